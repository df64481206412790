/** The rich_text block: sections, lists, quotes, code. */
import { el } from "../dom.js";
import { breakLines, broadcast, channelMention, date, emoji, link, userMention } from "../text/inline.js";

const WRAPPERS = [
  ["code", "code"],
  ["bold", "strong"],
  ["italic", "em"],
  ["strike", "s"],
  ["underline", "u"],
];

function styled(nodes, style = {}) {
  return WRAPPERS.filter(([name]) => style[name]).reduce((inner, [, tag]) => [el(tag, {}, ...inner)], nodes);
}

function emojiPiece({ name, unicode }) {
  const known = emoji(name);
  if (typeof known !== "string" || !unicode) return known;
  return String.fromCodePoint(...unicode.split("-").map((hex) => Number.parseInt(hex, 16)));
}

const PIECES = {
  text: (piece) => breakLines(piece.text),
  link: (piece) => [link(piece.url, piece.text || piece.url)],
  user: (piece) => [userMention(piece.user_id)],
  usergroup: (piece) => [el("span.mention", {}, `@${piece.usergroup_id}`)],
  channel: (piece) => [channelMention(piece.channel_id)],
  broadcast: (piece) => [broadcast(piece.range)],
  emoji: (piece) => [emojiPiece(piece)],
  date: (piece) => [date(piece.timestamp, piece.format, piece.url, piece.fallback)],
  color: (piece) => [
    el(
      "span.color-chip",
      { style: `--chip: ${/^#[0-9a-f]{3,8}$/i.test(piece.value) ? piece.value : "transparent"}` },
      piece.value,
    ),
  ],
};

const pieces = (elements) =>
  elements.flatMap((piece) => styled(PIECES[piece.type]?.(piece) ?? [`[${piece.type}]`], piece.style));

function list(element) {
  const items = element.elements.map((section) => el("li", {}, ...pieces(section.elements)));
  const ordered = element.style === "ordered";
  return el(
    ordered ? "ol" : "ul",
    {
      start: ordered && element.offset ? element.offset + 1 : undefined,
      style: `--indent: ${element.indent ?? 0}`,
      data: { border: Boolean(element.border) },
    },
    items,
  );
}

const PARTS = {
  rich_text_section: (element) => el("div.lines", {}, ...pieces(element.elements)),
  rich_text_list: list,
  rich_text_quote: (element) => el("blockquote", {}, ...pieces(element.elements)),
  rich_text_preformatted: (element) => el("pre", {}, ...pieces(element.elements)),
};

/** The nodes of a rich text, for a block or for the cell of a table. */
export function richTextNodes(block) {
  return block.elements.map((element) => PARTS[element.type]?.(element) ?? el("span", {}, `[${element.type}]`));
}

export function richText(block) {
  return el("div.text.rich-text", {}, ...richTextNodes(block));
}
