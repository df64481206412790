/** Standard Markdown, as the `markdown` block carries it, as DOM. */
import { el } from "../dom.js";
import { wideFrame } from "../wide.js";
import { codeFrame } from "./code.js";
import { breakLines, emoji, link } from "./inline.js";
import { list } from "./lists.js";

const PIECES = new RegExp(
  [
    "`([^`\\n]+)`", // 1: code
    "!?\\[([^\\]\\n]*)\\]\\(([^)\\s]+)\\)", // 2, 3: link or image
    "(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\4", // 4, 5: bold
    "~~(?=\\S)(.+?)(?<=\\S)~~", // 6: strike
    "(?<![\\w*])([*_])(?=\\S)(.+?)(?<=\\S)\\7(?!\\w)", // 7, 8: italic
    ":([\\w+-]+):", // 9: emoji
    "(https?://[^\\s<>]+[^\\s<>.,;:!?)])", // 10: bare address
    "\\\\([\\\\`*_{}\\[\\]()#+.!|~-])", // 11: escaped character
  ].join("|"),
  "g",
);

function piece([, code, label, target, boldMark, bold, strike, , italic, shortName, address, escaped]) {
  if (code !== undefined) return el("code", {}, code);
  if (target !== undefined) return link(target, ...inline(label || target));
  if (boldMark !== undefined) return el("strong", {}, ...inline(bold));
  if (strike !== undefined) return el("s", {}, ...inline(strike));
  if (italic !== undefined) return el("em", {}, ...inline(italic));
  if (shortName !== undefined) return emoji(shortName);
  return address === undefined ? escaped : link(address, address);
}

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(PIECES)) {
    nodes.push(...breakLines(text.slice(from, found.index)), piece(found));
    from = found.index + found[0].length;
  }
  return [...nodes, ...breakLines(text.slice(from))];
}

const cellsOf = (line) =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
const alignOf = (rule) => (/^:-+:$/.test(rule) ? "center" : /-:$/.test(rule) ? "right" : "left");

function table(lines) {
  const aligns = cellsOf(lines[1]).map(alignOf);
  const row = (tag, line) =>
    el(
      "tr",
      {},
      cellsOf(line).map((cell, at) => el(tag, { data: { align: aligns[at] ?? "left" } }, ...inline(cell))),
    );
  return wideFrame(
    "Table",
    el(
      "table",
      {},
      el("thead", {}, row("th", lines[0])),
      el(
        "tbody",
        {},
        lines.slice(2).map((line) => row("td", line)),
      ),
    ),
  );
}

const INDENTED = /^\s{2,}\S/;
const KINDS = [
  { pattern: /^(#{1,6})\s+/, whole: false, draw: ([line]) => heading(line) },
  { pattern: /^(?:-{3,}|\*{3,}|_{3,})\s*$/, whole: false, draw: () => el("hr") },
  {
    pattern: /^>/,
    whole: true,
    draw: (lines) =>
      el("blockquote", {}, ...markdown(lines.map((line) => line.replace(/^> ?/, "")).join("\n"))),
  },
  { pattern: /^\s*[-*+]\s+/, whole: true, goesOn: INDENTED, draw: (lines) => list(lines, inline) },
  { pattern: /^\s*\d+[.)]\s+/, whole: true, goesOn: INDENTED, draw: (lines) => list(lines, inline) },
  {
    pattern: /^\|.*\|\s*$/,
    whole: true,
    draw: (lines) => (lines.length > 1 && /^[|\s:-]+$/.test(lines[1]) ? table(lines) : paragraph(lines)),
  },
];

const heading = (line) =>
  el(
    "p.markdown-heading",
    {
      role: "heading",
      "aria-level": line.match(/^#+/)[0].length + 1,
      data: { level: line.match(/^#+/)[0].length },
    },
    ...inline(line.replace(/^#+\s+/, "")),
  );
const paragraph = (lines) => el("p", {}, ...inline(lines.join("\n")));

const kindOf = (line) => KINDS.find(({ pattern }) => pattern.test(line));

function takeRun(lines) {
  const kind = kindOf(lines[0]);
  if (kind && !kind.whole) return [kind.draw([lines.shift()])];
  const belongs = (line) => line.trim() !== "" && (kindOf(line) === kind || kind?.goesOn?.test(line));
  const run = [];
  while (lines.length && belongs(lines[0])) run.push(lines.shift());
  return [kind ? kind.draw(run) : paragraph(run)];
}

function prose(text) {
  const lines = text.split("\n");
  const nodes = [];
  while (lines.length) {
    if (lines[0].trim() === "") lines.shift();
    else nodes.push(...takeRun(lines));
  }
  return nodes;
}

/** A Markdown text as nodes: headings, lists, tasks, quotes, tables, code and rules. */
export function markdown(text) {
  return text
    .split(/^(?:```|~~~)([\w+#-]*)[^\n]*\n([\s\S]*?)\n?(?:```|~~~)[ \t]*$/m)
    .flatMap((part, at, all) => {
      if (at % 3 === 0) return prose(part);
      return at % 3 === 2 ? [codeFrame(part, all[at - 1])] : [];
    });
}
