/** Slack's mrkdwn as DOM. */
import { el } from "../dom.js";
import { breakLines, broadcast, channelMention, date, decode, emoji, link, userMention } from "./inline.js";

const STYLES = { "*": "strong", _: "em", "~": "s" };
const PIECES = new RegExp(
  [
    "<([^<>\\n]+)>", // 1: mention, channel, date or link
    "`([^`\\n]+)`", // 2: code
    ":([\\w+-]+(?:::skin-tone-\\d)?):", // 3: emoji
    "(?<![\\w*_~])([*_~])(?=\\S)(?!\\4)(.+?)(?<=\\S)\\4(?![\\w])", // 4, 5: bold, italic, strike
    "(https?://[^\\s<>|]+[^\\s<>|.,;:!?)\\]'\"])", // 6: bare address
  ].join("|"),
  "g",
);

function special(inside) {
  const [target, label] = inside.split("|");
  if (target.startsWith("@")) return userMention(target.slice(1), label);
  if (target.startsWith("#")) return channelMention(target.slice(1), label);
  if (target.startsWith("!date^")) {
    const [, seconds, pattern, address] = target.split("^");
    return date(seconds, decode(pattern), address, decode(label ?? ""));
  }
  if (target.startsWith("!subteam^")) return el("span.mention", {}, decode(label ?? "@group"));
  if (target.startsWith("!")) return broadcast(target.slice(1));
  return link(decode(target), decode(label ?? target));
}

function piece([, angled, code, shortName, mark, styled, address]) {
  if (angled !== undefined) return special(angled);
  if (code !== undefined) return el("code", {}, decode(code));
  if (shortName !== undefined) return emoji(shortName);
  if (mark !== undefined) return el(STYLES[mark], {}, ...inline(styled));
  return link(decode(address), decode(address));
}

/** One or more lines of mrkdwn, without quotes, lists or code blocks, as nodes. */
export function inline(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(PIECES)) {
    nodes.push(...breakLines(decode(text.slice(from, found.index))), piece(found));
    from = found.index + found[0].length;
  }
  nodes.push(...breakLines(decode(text.slice(from))));
  return nodes;
}

const KINDS = [
  ["quote", /^(?:&gt;|>) ?(.*)$/],
  ["item", /^(\s*)([•◦▪\-–]|\d+[.)])\s+(.*)$/],
  ["line", /^(.*)$/],
];

function kindOf(line) {
  const [kind, pattern] = KINDS.find(([, candidate]) => candidate.test(line));
  return { kind, found: line.match(pattern) };
}

function item([, indent, bullet, words]) {
  return el(
    "div.list-line",
    { style: `--depth: ${Math.min(Math.floor(indent.length / 2), 4)}` },
    el("span.list-mark", {}, bullet),
    el("span", {}, ...inline(words)),
  );
}

function drawRun(kind, run) {
  if (kind === "quote") return [el("blockquote", {}, ...inline(run.map((found) => found[1]).join("\n")))];
  if (kind === "item") return run.map(item);
  const text = run
    .map((found) => found[1])
    .join("\n")
    .replace(/^\n|\n$/g, "");
  return text ? [el("div.lines", {}, ...inline(text))] : [el("div.gap")];
}

function drawLines(text) {
  const runs = [];
  for (const line of text.split("\n")) {
    const { kind, found } = kindOf(line);
    if (runs.at(-1)?.kind === kind) runs.at(-1).run.push(found);
    else runs.push({ kind, run: [found] });
  }
  return runs.flatMap(({ kind, run }) => drawRun(kind, run));
}

function drawOpenText(text) {
  const [before, after] = text.split(/(?:^|\n)(?:&gt;&gt;&gt;|>>>) ?([\s\S]*)$/);
  const nodes = before ? drawLines(before) : [];
  return after === undefined ? nodes : [...nodes, el("blockquote", {}, ...drawLines(after))];
}

/** A text of mrkdwn as nodes: code blocks, quotes, list lines and everything inside a line. */
export function mrkdwn(text) {
  return text.split(/```\n?([\s\S]+?)\n?```\n?/).flatMap((part, at) => {
    if (at % 2) return [el("pre", {}, decode(part))];
    return part ? drawOpenText(part) : [];
  });
}

/** `text` of mrkdwn as words alone, for labels and announcements. */
export function wordsOf(text) {
  return el("div", {}, ...mrkdwn(text ?? "")).textContent;
}
