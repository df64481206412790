/** Lists of Markdown, nested as deep as they are indented, with boxes for tasks. */
import { el } from "../dom.js";

const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const TASK = /^\[([ xX])\]\s+(.*)$/;

const depthOf = (indent) => indent.replace(/\t/g, "    ").length;

/** The items of a run of lines; a line without a mark goes on with the item above it. */
function itemsOf(lines) {
  const items = [];
  for (const line of lines) {
    const [, indent, mark, words] = line.match(ITEM) ?? [];
    if (mark !== undefined) items.push({ depth: depthOf(indent), number: Number.parseInt(mark, 10), words });
    else if (items.length) items.at(-1).words += `\n${line.trim()}`;
  }
  return items;
}

function itemNode(words, inline) {
  const [, mark, rest] = words.match(TASK) ?? [];
  if (mark === undefined) return el("li", {}, ...inline(words));
  const done = mark !== " ";
  const box = el("input", {
    type: "checkbox",
    disabled: true,
    checked: done,
    "aria-label": done ? "done" : "not done",
  });
  return el("li.task", {}, box, ...inline(rest));
}

function listNode({ number }) {
  if (Number.isNaN(number)) return el("ul");
  return el("ol", { start: number === 1 ? undefined : number });
}

/** The list that `lines` hold; `inline` draws what stands inside an item. */
export function list(lines, inline) {
  const items = itemsOf(lines);
  const root = { depth: items[0].depth, node: listNode(items[0]) };
  const open = [root];
  for (const item of items) {
    while (open.length > 1 && item.depth < open.at(-1).depth) open.pop();
    const last = open.at(-1).node.lastElementChild;
    if (item.depth >= open.at(-1).depth + 2 && last) {
      const node = listNode(item);
      last.append(node);
      open.push({ depth: item.depth, node });
    }
    open.at(-1).node.append(itemNode(item.words, inline));
  }
  return root.node;
}
