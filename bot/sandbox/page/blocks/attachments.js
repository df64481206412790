/** Secondary attachments, in their simple form. */
import { el } from "../dom.js";
import { link } from "../text/inline.js";
import { mrkdwn } from "../text/mrkdwn.js";
import { renderBlocks } from "./render.js";

const NAMED = { good: "var(--good)", warning: "var(--caution)", danger: "var(--danger)" };

function colorOf(color = "") {
  if (NAMED[color]) return NAMED[color];
  return /^#?[0-9a-f]{6}$/i.test(color) ? `#${color.replace("#", "")}` : "var(--line-strong)";
}

function attachment(content, surface) {
  return el(
    "div.attachment",
    { style: `--bar: ${colorOf(content.color)}` },
    content.pretext && el("div.text", {}, ...mrkdwn(content.pretext)),
    content.author_name && el("div.attachment-author", {}, content.author_name),
    content.title &&
      el(
        "div.attachment-title",
        {},
        content.title_link ? link(content.title_link, content.title) : content.title,
      ),
    content.text && el("div.text", {}, ...mrkdwn(content.text)),
    content.fields &&
      el(
        "div.fields",
        {},
        content.fields.map((field) =>
          el("div", {}, el("strong", {}, field.title), el("div.text", {}, ...mrkdwn(field.value))),
        ),
      ),
    content.blocks && renderBlocks(content.blocks, surface),
    content.footer && el("div.context", {}, content.footer),
  );
}

/** All attachments of a message. */
export function renderAttachments(attachments, surface) {
  return el(
    "div.attachments",
    {},
    attachments.map((each) => attachment(each, surface)),
  );
}
