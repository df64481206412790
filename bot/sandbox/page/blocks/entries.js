/** Elements that are typed into. Each gives `{ node, read }`; `changed` gets the payload of an action. */
import { el } from "../dom.js";
import { begin } from "./fields.js";
import { wordsOfObject } from "./objects.js";

const TYPING_PAUSE_MS = 400;
const COUNTED_FROM = 0.8;

const NATIVE = {
  plain_text_input: { type: "text", key: "value", initial: "initial_value", typed: true },
  number_input: { type: "number", key: "value", initial: "initial_value", typed: true },
  email_text_input: { type: "email", key: "value", initial: "initial_value", typed: true },
  url_text_input: { type: "url", key: "value", initial: "initial_value", typed: true },
  datepicker: { type: "date", key: "selected_date", initial: "initial_date" },
  timepicker: { type: "time", key: "selected_time", initial: "initial_time" },
};

function numberLimits(element) {
  if (element.type !== "number_input") return {};
  return {
    step: element.is_decimal_allowed ? "any" : "1",
    min: element.min_value,
    max: element.max_value,
    inputmode: "decimal",
  };
}

function box(element, native, value) {
  const shared = {
    placeholder: wordsOfObject(element.placeholder) || undefined,
    minlength: element.min_length,
    maxlength: element.max_length,
    autofocus: element.focus_on_load,
  };
  if (element.multiline) return el("textarea.entry", { rows: 4, ...shared }, value ?? "");
  return el("input.entry", { type: native.type, value, ...shared, ...numberLimits(element) });
}

/** Sends when Enter is pressed, or as letters come, as the element asks; Enter is what it is without asking. */
function sendAsTyped(node, element, send) {
  const on = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  let pause;
  if (on.includes("on_character_entered"))
    node.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(send, TYPING_PAUSE_MS);
    });
  if (on.includes("on_enter_pressed"))
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey) return;
      event.preventDefault();
      send();
    });
}

/** How many characters are left, shown once most of them are used. */
function counted(node, most) {
  const count = el("span.count", { "aria-live": "polite", hidden: true });
  const refresh = () => {
    count.hidden = node.value.length < most * COUNTED_FROM;
    count.textContent = count.hidden ? "" : `${most - node.value.length} left`;
  };
  node.addEventListener("input", refresh);
  refresh();
  return el("div.counted", {}, node, count);
}

/** A text, number, address, date or time input. */
export function entry(element, { kept, changed, dispatches }) {
  const native = NATIVE[element.type];
  const target = box(element, native, begin(kept, element[native.initial]));
  const read = () => target.value || null;
  const send = () => changed({ [native.key]: read() }, target);
  if (!native.typed) target.addEventListener("change", send);
  else if (dispatches) sendAsTyped(target, element, send);
  const node = element.max_length ? counted(target, element.max_length) : target;
  return { node, target, read };
}

/** A date and a time as one input, read in seconds since 1970. */
export function datetimeEntry(element, { kept, changed }) {
  const seconds = begin(kept, element.initial_date_time);
  const localText = (at) =>
    new Date(at * 1000 - new Date(at * 1000).getTimezoneOffset() * 60000).toISOString().slice(0, 16);
  const node = el("input.entry", {
    type: "datetime-local",
    value: seconds && localText(seconds),
    autofocus: element.focus_on_load,
  });
  const read = () => (node.value ? Math.floor(new Date(node.value).getTime() / 1000) : null);
  node.addEventListener("change", () => changed({ selected_date_time: read() }, node));
  return { node, read };
}
