/** The rich_text block: sections, lists, quotes, code. */
import { workspace } from "../directory.js";
import { el } from "../dom.js";
import { breakLines, broadcast, channelMention, date, emoji, link, userMention } from "../text/inline.js";
import { codeFrame } from "../text/code.js";

const WRAPPERS = [
  ["code", "code"],
  ["bold", "strong"],
  ["italic", "em"],
  ["strike", "s"],
  ["underline", "u"],
  ["highlight", "mark"],
];

function styled(nodes, style = {}) {
  return WRAPPERS.filter(([name]) => style[name]).reduce((inner, [, tag]) => [el(tag, {}, ...inner)], nodes);
}

function emojiPiece({ name, unicode, skin_tone: tone }) {
  const known = emoji(tone ? `${name}::skin-tone-${tone}` : name);
  if (typeof known !== "string" || !unicode) return known;
  return String.fromCodePoint(...unicode.split("-").map((hex) => Number.parseInt(hex, 16)));
}

function groupMention(id) {
  const group = (workspace().usergroups ?? []).find((each) => each.id === id);
  return el("span.mention", { title: group?.name }, `@${group?.handle ?? id}`);
}

const PIECES = {
  text: (piece) => breakLines(piece.text),
  link: (piece) => [link(piece.url, piece.text || piece.url)],
  user: (piece) => [userMention(piece.user_id)],
  usergroup: (piece) => [groupMention(piece.usergroup_id)],
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

/** One piece of a line, with its styles. */
export const pieceNodes = (piece) => styled(PIECES[piece.type]?.(piece) ?? [`[${piece.type}]`], piece.style);

function list(element, draw) {
  const items = element.elements.map((section) => el("li", {}, section.elements.flatMap(draw)));
  const ordered = element.style === "ordered";
  return el(
    ordered ? "ol" : "ul",
    {
      start: ordered && element.offset ? element.offset + 1 : undefined,
      style: `--indent: ${element.indent ?? 0}`,
      data: { border: Boolean(element.border), step: (element.indent ?? 0) % 3 },
    },
    items,
  );
}

const PARTS = {
  rich_text_section: (element, draw) => el("div.lines", {}, element.elements.flatMap(draw)),
  rich_text_list: list,
  rich_text_quote: (element, draw) =>
    el("blockquote", { data: { border: Boolean(element.border) } }, element.elements.flatMap(draw)),
  rich_text_preformatted: (element, draw) => codeFrame(element.elements.flatMap(draw), element.language),
};

/** The nodes of a rich text, for a block or for the cell of a table; `draw` makes the nodes of one piece. */
export function richTextNodes(block, draw = pieceNodes) {
  return block.elements.map(
    (element) => PARTS[element.type]?.(element, draw) ?? el("span", {}, `[${element.type}]`),
  );
}

export function richText(block) {
  return el("div.text.rich-text", {}, ...richTextNodes(block));
}
