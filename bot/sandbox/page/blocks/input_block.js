/** An input block: label, control, hint, and what is wrong with the entry. */
import { el, freshId } from "../dom.js";
import { control } from "./elements.js";
import { wordsOfObject } from "./objects.js";
import { perform } from "./perform.js";
import { unknown } from "./unknown.js";

const targetOf = (node) => (node.matches("details") ? node.querySelector("summary") : node);

function make(block, surface) {
  const { element } = block;
  const kept = surface.fields?.keptValue(block.block_id, element.action_id);
  const changed = (payload, node) => block.dispatch_action && perform(surface, block, element, payload, node);
  return control(element, { kept, changed });
}

function describe(node, labelId, noteIds, failed) {
  const target = targetOf(node);
  if (target.matches("summary")) target.id = freshId("chosen");
  target.setAttribute("aria-labelledby", `${labelId} ${target.id}`.trim());
  if (noteIds.length) target.setAttribute("aria-describedby", noteIds.join(" "));
  if (failed) target.setAttribute("aria-invalid", "true");
}

/** The whole block; a field error from the app is shown under the control and tied to it. */
export function inputBlock(block, surface) {
  const made = make(block, surface);
  if (!made) return unknown("input", block.element.type);
  const error = surface.errors?.[block.block_id];
  const [labelId, hintId, errorId] = ["label", "hint", "error"].map(freshId);
  made.node.dataset.focusKey = `${block.block_id}/${block.element.action_id}`;
  describe(made.node, labelId, [block.hint && hintId, error && errorId].filter(Boolean), error);
  surface.fields?.register(block.block_id, block.element.action_id, made.read);
  return el(
    "div.input-block",
    { data: { failed: Boolean(error) } },
    el(
      "label.input-label",
      { id: labelId, on: { click: () => targetOf(made.node).focus() } },
      wordsOfObject(block.label),
      block.optional && el("span.optional", {}, " (optional)"),
    ),
    made.node,
    error && el("p.field-error", { id: errorId }, error),
    block.hint && el("p.hint", { id: hintId }, wordsOfObject(block.hint)),
  );
}
