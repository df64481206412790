/** Block Kit's composition objects: texts, options, confirmations. */
import { breakLines, plain } from "../text/inline.js";
import { mrkdwn, wordsOf } from "../text/mrkdwn.js";

/** A text object as nodes. */
export function textObject(text) {
  if (!text) return [];
  return text.type === "mrkdwn" ? mrkdwn(text.text) : plain(text.text, { emoji: text.emoji !== false });
}

/** A text object as words alone. */
export function wordsOfObject(text) {
  if (!text) return "";
  return text.type === "mrkdwn"
    ? wordsOf(text.text)
    : plain(text.text)
        .map((node) => node.textContent ?? node)
        .join("");
}

/** Every option of a select, those of its groups included. */
export function optionsOf(element) {
  return element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
}

/** An option's second line as nodes, or nothing. */
export function descriptionOf(option) {
  return option.description ? breakLines(wordsOfObject(option.description)) : [];
}
