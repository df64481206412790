/** Blocks without a life of their own: header, divider, context, Markdown, rows of elements, alert. */
import { el } from "../dom.js";
import { icon } from "../icons.js";
import { markdown } from "../text/markdown.js";
import { actingElement } from "./elements.js";
import { imageElement } from "./image.js";
import { textObject } from "./objects.js";

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
      element.type === "image" ? imageElement(element) : el("span.text", {}, ...textObject(element)),
    ),
  );
}

export function markdownBlock(block) {
  return el("div.text.markdown", {}, ...markdown(block.text));
}

const elementsOf = (block, surface) => block.elements.map((element) => actingElement(element, block, surface));

export function actions(block, surface) {
  return el("div.actions", {}, elementsOf(block, surface));
}

export function contextActions(block, surface) {
  return el("div.context-actions", {}, elementsOf(block, surface));
}

const LEVELS = {
  info: { words: "Note", icon: "info" },
  warning: { words: "Warning", icon: "warning" },
  error: { words: "Error", icon: "warning" },
  success: { words: "Done", icon: "check" },
};

/** An alert with its level in words and a sign, not by colour alone. */
export function alert(block) {
  const level = LEVELS[block.level];
  return el(
    "div.alert",
    { role: "note", data: { level: block.level ?? "default" } },
    icon(level?.icon ?? "info"),
    el("div.text", {}, level && el("strong", {}, `${level.words}: `), ...textObject(block.text)),
  );
}
