/** An input block: label, control, hint, and what is wrong with the entry. */
import { el, freshId } from "../dom.js";
import { icon } from "../icons.js";
import { control } from "./elements.js";
import { textObject } from "./objects.js";
import { unknown } from "./unknown.js";

const LABELLED_BY_ITSELF = "input, select, textarea";

/** Ties label and notes to a control; groups and editors cannot have a label of HTML's own. */
function describe(target, labelId, noteIds, failed) {
  if (target.matches(LABELLED_BY_ITSELF)) target.id = freshId("field");
  else target.setAttribute("aria-labelledby", labelId);
  if (noteIds.length) target.setAttribute("aria-describedby", noteIds.join(" "));
  if (failed) target.setAttribute("aria-invalid", "true");
}

/** The first thing in a control that can be focused: the control itself, or the first of its boxes. */
const focusable = (target) => (target.matches("[role$=group]") ? target.querySelector("input") : target);

/** The whole block; a field error from the app is shown under the control and tied to it. */
export function inputBlock(block, surface) {
  const { element } = block;
  const made = control(element, block, surface, Boolean(block.dispatch_action));
  if (!made) return unknown("input", element.type);
  const error = surface.errors?.[block.block_id];
  const [labelId, hintId, errorId] = ["label", "hint", "error"].map(freshId);
  describe(made.target, labelId, [error && errorId, block.hint && hintId].filter(Boolean), error);
  return el(
    "div.input-block",
    { data: { failed: Boolean(error) } },
    el(
      "label.input-label",
      {
        id: labelId,
        for: made.target.id || undefined,
        on: { click: () => focusable(made.target).focus() },
      },
      ...textObject(block.label),
      block.optional && el("span.optional", {}, " (optional)"),
    ),
    made.node,
    error && el("p.field-error", { id: errorId }, icon("warning"), error),
    block.hint && el("p.hint", { id: hintId }, ...textObject(block.hint)),
  );
}
