/** Secondary attachments, in their simple form. */
import { el } from "../dom.js";
import { date, link } from "../text/inline.js";
import { mrkdwn } from "../text/mrkdwn.js";
import { renderBlocks } from "./render.js";

const NAMED = { good: "var(--good)", warning: "var(--caution)", danger: "var(--danger)" };

function colorOf(color = "") {
  if (NAMED[color]) return NAMED[color];
  return /^#?[0-9a-f]{6}$/i.test(color) ? `#${color.replace("#", "")}` : "var(--line-strong)";
}

const sign = (address) => address && el("img.attachment-sign", { src: address, alt: "" });

function author({ author_name: name, author_link: address, author_icon: icon, author_subname: more }) {
  return el("div.attachment-author", {}, sign(icon), address ? link(address, name) : name, more && ` ${more}`);
}

function footer({ footer: words, footer_icon: icon, ts }) {
  const when = ts && date(Number(ts), "{date_short_pretty}, {time}");
  return el("div.context.attachment-footer", {}, sign(icon), words, words && when && " · ", when);
}

function attachment(content, surface) {
  return el(
    "div.attachment",
    { style: `--bar: ${colorOf(content.color)}` },
    content.pretext && el("div.text", {}, ...mrkdwn(content.pretext)),
    content.author_name && author(content),
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
          el("div", {}, el("strong", {}, field.title), el("div.text", {}, ...mrkdwn(field.value ?? ""))),
        ),
      ),
    content.blocks && renderBlocks(content.blocks, surface),
    content.image_url && el("img.attachment-image", { src: content.image_url, alt: content.fallback ?? "" }),
    content.thumb_url && el("img.attachment-thumb", { src: content.thumb_url, alt: "" }),
    (content.footer || content.ts) && footer(content),
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
