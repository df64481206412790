/** Checkboxes and radio buttons. Each gives `{ node, read }`; `changed` gets the payload of an action. */
import { el, freshId } from "../dom.js";
import { begin } from "./fields.js";
import { textObject } from "./objects.js";

function choiceLine(type, name, option, checked) {
  const input = el("input", { type, name, value: option.value, checked, data: { focusKey: `${name}/${option.value}` } });
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
