/** Elements that are typed into. Each gives `{ node, read }`; `changed` gets the payload of an action. */
import { el } from "../dom.js";
import { begin } from "./fields.js";
import { wordsOfObject } from "./objects.js";

const NATIVE = {
  plain_text_input: { type: "text", key: "value", initial: "initial_value" },
  number_input: { type: "number", key: "value", initial: "initial_value" },
  email_text_input: { type: "email", key: "value", initial: "initial_value" },
  url_text_input: { type: "url", key: "value", initial: "initial_value" },
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

/** A text, number, address, date or time input. */
export function entry(element, { kept, changed }) {
  const native = NATIVE[element.type];
  const node = box(element, native, begin(kept, element[native.initial]));
  const read = () => node.value || null;
  const send = () => changed({ [native.key]: read() }, node);
  node.addEventListener("change", send);
  node.addEventListener("keydown", (event) => {
    if (
      event.key === "Enter" &&
      element.dispatch_action_config?.trigger_actions_on?.includes("on_enter_pressed")
    )
      send();
  });
  return { node, read };
}

/** A date and a time as one input, read in seconds since 1970. */
export function datetimeEntry(element, { kept, changed }) {
  const seconds = begin(kept, element.initial_date_time);
  const localText = (at) =>
    new Date(at * 1000 - new Date(at * 1000).getTimezoneOffset() * 60000).toISOString().slice(0, 16);
  const node = el("input.entry", { type: "datetime-local", value: seconds && localText(seconds) });
  const read = () => (node.value ? Math.floor(new Date(node.value).getTime() / 1000) : null);
  node.addEventListener("change", () => changed({ selected_date_time: read() }, node));
  return { node, read };
}
