/** The selects. Each gives `{ node, read, target }`; `changed` gets the payload of an action. */
import { el } from "../dom.js";
import { Combobox } from "./combobox.js";
import { begin } from "./fields.js";
import { wordsOfObject } from "./objects.js";
import { isMany, remoteGroups, sourceOf } from "./sources.js";

const LEAST_REMOTE = 3;

function nativeOption(option, chosen) {
  const note = option.description ? ` – ${wordsOfObject(option.description)}` : "";
  return el(
    "option",
    { value: option.value, selected: option.value === chosen },
    wordsOfObject(option.text) + note,
  );
}

function nativeGroup({ label, options }, chosen) {
  const nodes = options.map((option) => nativeOption(option, chosen));
  return label ? el("optgroup", { label: wordsOfObject(label) }, nodes) : nodes;
}

const valueOf = (choice) => choice?.value ?? choice;

/** One choice among options that are known: the browser's own list, which phones show in their own way. */
function nativeSelect(element, source, { kept, changed }) {
  const options = source.groups.flatMap((group) => group.options);
  const chosen = begin(kept, valueOf(source.initial[0]));
  const node = el(
    "select.entry.select",
    { autofocus: element.focus_on_load, data: { empty: !chosen } },
    el("option", { value: "", selected: !chosen }, wordsOfObject(element.placeholder) || "Choose an option"),
    source.groups.map((group) => nativeGroup(group, chosen)),
  );
  node.addEventListener("change", () => {
    node.dataset.empty = String(!node.value);
    const option = options.find(({ value }) => value === node.value);
    if (option) changed({ [source.key]: source.whole ? option : option.value }, node);
  });
  return { node, read: () => node.value || null };
}

const holds = (option, typed) =>
  [option.text, option.description].some((text) => wordsOfObject(text).toLowerCase().includes(typed));

const matching = (groups, typed) =>
  groups.map(({ label, options }) => ({
    label,
    options: options.filter((option) => holds(option, typed.toLowerCase())),
  }));

/** Several choices, or choices that the app is asked for: a box to type into with a list under it. */
function comboSelect(element, source, { kept, changed, surface, block }) {
  const many = isMany(element);
  const known = source.groups.flatMap((group) => group.options);
  const before = many ? begin(kept, source.initial) : [begin(kept, source.initial[0])].filter(Boolean);
  const plain = (option) => (source.remote ? option : option.value);
  const report = (option) => (source.whole ? option : option.value);
  const combobox = new Combobox({
    load: source.remote
      ? (typed) => remoteGroups(surface, block, element, typed)
      : (typed) => matching(source.groups, typed),
    least: source.remote ? (element.min_query_length ?? LEAST_REMOTE) : 0,
    many,
    most: element.max_selected_items,
    placeholder: wordsOfObject(element.placeholder) || (many ? "Choose options" : "Choose an option"),
    chosen: before
      .map((each) => (source.remote ? each : known.find((option) => option.value === valueOf(each))))
      .filter(Boolean),
    closed: () => {
      const reported = combobox.chosen.map(report);
      changed({ [source.key]: many ? reported : (reported[0] ?? null) }, combobox.node);
    },
  });
  combobox.input.autofocus = Boolean(element.focus_on_load);
  const read = () => (many ? combobox.chosen.map(plain) : combobox.chosen.length ? plain(combobox.chosen[0]) : null);
  return { node: combobox.node, target: combobox.input, read };
}

/** A select of any type. */
export function select(element, setting) {
  const source = sourceOf(element);
  const draw = source.remote || isMany(element) ? comboSelect : nativeSelect;
  return draw(element, source, setting);
}
