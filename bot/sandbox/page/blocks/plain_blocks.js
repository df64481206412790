/** Blocks that are read: section, header, divider, context, Markdown, alert. */
import { el } from "../dom.js";
import { markdown } from "../text/markdown.js";
import { actingElement } from "./elements.js";
import { imageElement } from "./image.js";
import { textObject } from "./objects.js";

/** A section: text, fields in two columns, and an accessory at the side. */
export function section(block, surface) {
  return el(
    "div.section",
    { data: { accessory: block.accessory?.type } },
    el(
      "div.section-text",
      {},
      block.text && el("div.text", {}, ...textObject(block.text)),
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

export function header(block) {
  return el("h2.header-block", {}, ...textObject(block.text));
}

export function divider() {
  return el("hr");
}

export function context(block) {
  return el(
    "div.context",
    {},
    block.elements.map((element) =>
      element.type === "image" ? imageElement(element) : el("span", {}, ...textObject(element)),
    ),
  );
}

export function markdownBlock(block) {
  return el("div.text.markdown", {}, ...markdown(block.text));
}

export function actions(block, surface) {
  return el(
    "div.actions",
    {},
    block.elements.map((element) => actingElement(element, block, surface)),
  );
}

const ALERT_WORDS = { info: "Note", warning: "Warning", error: "Error", success: "Done" };

/** An alert with its level in words, not by colour alone. */
export function alert(block) {
  const level = block.level ?? "default";
  return el(
    "div.alert",
    { data: { level } },
    ALERT_WORDS[level] && el("strong", {}, `${ALERT_WORDS[level]}: `),
    ...textObject(block.text),
  );
}

/** A card: picture, title, subtitle, body and buttons. */
export function card(block, surface) {
  return el(
    "div.card",
    {},
    block.hero_image && imageElement(block.hero_image),
    el(
      "div.card-head",
      {},
      block.icon && imageElement(block.icon),
      el(
        "div",
        {},
        block.title && el("div.card-title", {}, ...textObject(block.title)),
        block.subtitle && el("div.card-subtitle", {}, ...textObject(block.subtitle)),
      ),
    ),
    block.body && el("div.text", {}, ...textObject(block.body)),
    block.actions &&
      el(
        "div.actions",
        {},
        block.actions.map((element) => actingElement(element, block, surface)),
      ),
  );
}

export function carousel(block, surface) {
  return el(
    "div.carousel",
    { tabindex: 0, role: "group", "aria-label": "Cards" },
    block.elements.map((each) => card(each, surface)),
  );
}
