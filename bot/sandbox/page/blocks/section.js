/** The section block: text, fields in two columns, an accessory at the side. */
import { button, el } from "../dom.js";
import { actingElement } from "./elements.js";
import { textObject } from "./objects.js";

/** From here on a message shows the beginning only, unless the app set `expand`. */
const LONG = { characters: 900, lines: 14 };

function isLong(text) {
  return text.length > LONG.characters || text.split("\n").length > LONG.lines;
}

function folded(body) {
  const toggle = button("button.link-button.see-more", { "aria-expanded": "false" }, "See more");
  const node = el("div.foldable", { data: { open: false } }, body, toggle);
  toggle.addEventListener("click", () => {
    const open = node.dataset.open !== "true";
    node.dataset.open = String(open);
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = open ? "See less" : "See more";
  });
  return node;
}

function words(block, surface) {
  if (!block.text) return null;
  const body = el("div.text", {}, ...textObject(block.text));
  const folds = surface.container?.ts && !block.expand && isLong(block.text.text);
  return folds ? folded(body) : body;
}

/** A section; a long text in a message folds unless `expand` is set. */
export function section(block, surface) {
  return el(
    "div.section",
    { data: { accessory: block.accessory?.type ?? "none" } },
    el(
      "div.section-text",
      {},
      words(block, surface),
      block.fields &&
        el(
          "div.fields",
          {},
          block.fields.map((field) => el("div.text", {}, ...textObject(field))),
        ),
    ),
    block.accessory && el("div.accessory", {}, actingElement(block.accessory, block, surface)),
  );
}
