/** Elements where something is chosen. Each gives `{ node, read }`; `changed` gets the payload of an action. */
import { displayName, people, workspace } from "../directory.js";
import { el, freshId } from "../dom.js";
import { begin } from "./fields.js";
import { optionsOf, textObject, wordsOfObject } from "./objects.js";

const asOption = (value, words) => ({ value, text: { type: "plain_text", text: words, emoji: false } });
const peopleOptions = () => people().map((user) => asOption(user.id, displayName(user)));
const channelOptions = () =>
  workspace()
    .channels.filter((channel) => !channel.is_im)
    .map((channel) => asOption(channel.id, `#${channel.name}`));

const SOURCES = {
  static_select: {
    options: optionsOf,
    key: "selected_option",
    initial: (element) => element.initial_option?.value,
    whole: true,
  },
  users_select: { options: peopleOptions, key: "selected_user", initial: (element) => element.initial_user },
  conversations_select: {
    options: channelOptions,
    key: "selected_conversation",
    initial: (element) => element.initial_conversation,
  },
  channels_select: {
    options: channelOptions,
    key: "selected_channel",
    initial: (element) => element.initial_channel,
  },
  multi_static_select: {
    options: optionsOf,
    key: "selected_options",
    initial: (element) => (element.initial_options ?? []).map((option) => option.value),
    whole: true,
  },
  multi_users_select: {
    options: peopleOptions,
    key: "selected_users",
    initial: (element) => element.initial_users ?? [],
  },
  multi_conversations_select: {
    options: channelOptions,
    key: "selected_conversations",
    initial: (element) => element.initial_conversations ?? [],
  },
  multi_channels_select: {
    options: channelOptions,
    key: "selected_channels",
    initial: (element) => element.initial_channels ?? [],
  },
};

/** The types of select that this page can fill. */
export const selectTypes = Object.keys(SOURCES);

function nativeOption(option, chosen) {
  const note = option.description ? ` – ${wordsOfObject(option.description)}` : "";
  return el(
    "option",
    { value: option.value, selected: option.value === chosen },
    wordsOfObject(option.text) + note,
  );
}

function nativeOptions(element, options, chosen) {
  if (!element.option_groups) return options.map((option) => nativeOption(option, chosen));
  return element.option_groups.map((group) =>
    el(
      "optgroup",
      { label: wordsOfObject(group.label) },
      group.options.map((option) => nativeOption(option, chosen)),
    ),
  );
}

/** A select of one option. */
export function singleSelect(element, { kept, changed }) {
  const source = SOURCES[element.type];
  const options = source.options(element);
  const chosen = begin(kept, source.initial(element));
  const node = el(
    "select.entry.select",
    { data: { empty: chosen === undefined } },
    el("option", { value: "", selected: !chosen }, wordsOfObject(element.placeholder) || "Choose an option"),
    nativeOptions(element, options, chosen),
  );
  const read = () => node.value || null;
  node.addEventListener("change", () => {
    node.dataset.empty = String(!node.value);
    const option = options.find(({ value }) => value === node.value);
    if (option) changed({ [source.key]: source.whole ? option : option.value }, node);
  });
  return { node, read };
}

function choiceLine(type, name, option, checked) {
  const input = el("input", {
    type,
    name,
    value: option.value,
    checked,
    data: { focusKey: `${name}/${option.value}` },
  });
  return el(
    "label.choice",
    {},
    input,
    el(
      "span",
      {},
      ...textObject(option.text),
      option.description && el("small", {}, ...textObject(option.description)),
    ),
  );
}

const checkedValues = (node) => [...node.querySelectorAll("input:checked")].map((input) => input.value);

function summaryOf(chosen, options, placeholder) {
  if (!chosen.length) return [el("span.placeholder", {}, placeholder)];
  const named = options.filter((option) => chosen.includes(option.value));
  return named.map((option) => el("span.chip", {}, wordsOfObject(option.text)));
}

/** A select of several options: a summary that opens into a list of boxes; the action is sent when it closes. */
export function multiSelect(element, { kept, changed }) {
  const source = SOURCES[element.type];
  const options = source.options(element);
  const before = begin(kept, source.initial(element));
  const name = freshId("choices");
  const list = el(
    "div.choice-list",
    {},
    options.map((option) => choiceLine("checkbox", name, option, before.includes(option.value))),
  );
  const summary = el("summary.entry");
  const node = el("details.multi-select", {}, summary, list);
  const refresh = () =>
    summary.replaceChildren(
      ...summaryOf(checkedValues(list), options, wordsOfObject(element.placeholder) || "Choose options"),
    );
  let sent = before.join("\n");
  refresh();
  limitChoices(list, element.max_selected_items);
  list.addEventListener("change", refresh);
  node.addEventListener("toggle", () => {
    const values = checkedValues(list);
    if (node.open || values.join("\n") === sent) return;
    sent = values.join("\n");
    changed(
      { [source.key]: source.whole ? options.filter((option) => values.includes(option.value)) : values },
      node,
    );
  });
  return { node, read: () => checkedValues(list) };
}

function limitChoices(list, most) {
  if (!most) return;
  const apply = () => {
    const full = checkedValues(list).length >= most;
    for (const input of list.querySelectorAll("input:not(:checked)")) input.disabled = full;
  };
  list.addEventListener("change", apply);
  apply();
}

/** A group of checkboxes. */
export function checkboxes(element, { kept, changed }) {
  const before = begin(
    kept,
    (element.initial_options ?? []).map((option) => option.value),
  );
  const name = freshId("boxes");
  const node = el(
    "div.choice-group",
    { role: "group" },
    element.options.map((option) => choiceLine("checkbox", name, option, before.includes(option.value))),
  );
  const read = () => checkedValues(node);
  node.addEventListener("change", () =>
    changed({ selected_options: element.options.filter((option) => read().includes(option.value)) }, node),
  );
  return { node, read };
}

/** A group of radio buttons. */
export function radioButtons(element, { kept, changed }) {
  const before = begin(kept, element.initial_option?.value);
  const name = freshId("radios");
  const node = el(
    "div.choice-group",
    { role: "radiogroup" },
    element.options.map((option) => choiceLine("radio", name, option, option.value === before)),
  );
  const read = () => checkedValues(node)[0] ?? null;
  node.addEventListener("change", () =>
    changed({ selected_option: element.options.find((option) => option.value === read()) }, node),
  );
  return { node, read };
}
