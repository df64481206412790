/** The container block: a titled frame around other blocks, which may fold. */
import { el, freshId } from "../dom.js";
import { icon } from "../icons.js";
import { imageElement } from "./image.js";
import { textObject } from "./objects.js";
import { richTextNodes } from "./rich_text.js";

function names(block, titleId) {
  return el(
    "span.container-names",
    {},
    el(
      "span.container-title",
      { id: titleId },
      ...(block.rich_text_title ? richTextNodes(block.rich_text_title) : textObject(block.title)),
    ),
    block.subtitle && el("span.container-subtitle", {}, ...textObject(block.subtitle)),
  );
}

/** A frame with its children drawn by `drawAll`, which is given so that blocks and containers need not know each other. */
export const containerWith = (drawAll) => (block, surface) => {
  const titleId = freshId("container");
  const head = [block.icon && imageElement(block.icon), names(block, titleId)];
  const inside = el("div.container-inside", {}, drawAll(block.child_blocks, surface));
  const shared = {
    data: { width: block.width ?? "standard", divided: Boolean(block.has_header_divider) },
    "aria-labelledby": titleId,
  };
  if (!block.is_collapsible)
    return el("section.container", shared, el("div.container-head", {}, head), inside);
  return el(
    "details.container",
    { ...shared, open: !block.default_collapsed },
    el("summary.container-head", {}, head, icon("down")),
    inside,
  );
};
