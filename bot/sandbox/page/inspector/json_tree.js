/** JSON as a tree that opens and closes, and that can show one place in itself. */
import { button, el } from "../dom.js";
import { pointerOf } from "./pointer.js";

const OPEN_TO_DEPTH = 1;
const FEW = 4;
const LONG_TEXT = 300;
const PREVIEW = 60;

const isBranch = (value) => typeof value === "object" && value !== null && Object.keys(value).length > 0;
const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

function preview(value) {
  const size = Object.keys(value).length;
  if (Array.isArray(value)) return `[ ${count(size, "item")} ]`;
  const named = value.type ?? value.id ?? value.name;
  return `{ ${typeof named === "string" ? named.slice(0, PREVIEW) : count(size, "key")} }`;
}

function longText(value) {
  const node = el(
    "span.json-value",
    { data: { type: "string" } },
    JSON.stringify(value.slice(0, LONG_TEXT)),
    " ",
  );
  const more = button(
    "button.json-more",
    {},
    `${(value.length - LONG_TEXT).toLocaleString()} more characters`,
  );
  more.addEventListener("click", () => node.replaceChildren(JSON.stringify(value)));
  node.append(more);
  return node;
}

function leafValue(value) {
  if (typeof value === "string" && value.length > LONG_TEXT) return longText(value);
  const type = value === null ? "null" : typeof value;
  return el("span.json-value", { data: { type } }, JSON.stringify(value));
}

const opensAtFirst = (value, path) =>
  path.length < OPEN_TO_DEPTH ||
  (path.length === 1 && (path[0] === "event" || Object.keys(value).length <= FEW));

const keyLabel = (key) => key !== null && el("span.json-key", {}, `${key}: `);

export class JsonTree {
  /** A tree of `value`. `memory`, a Map, keeps what was opened and closed over a redraw. */
  constructor(value, { label, memory = new Map() }) {
    this.memory = memory;
    this.openers = new Map();
    this.node = el("div.json", { role: "group", "aria-label": label }, this.item(null, value, []));
  }

  item(key, value, path) {
    const pointer = pointerOf(path);
    const place = { "data-path": pointer };
    if (!isBranch(value))
      return el("div.json-leaf", { ...place, tabindex: -1 }, keyLabel(key), leafValue(value));
    const summary = el("summary", {}, keyLabel(key), el("span.json-hint", {}, preview(value)));
    const node = el("details.json-branch", place, summary);
    const open = () => {
      node.open = true;
      if (node.lastChild === summary) node.append(this.children(value, path));
    };
    this.openers.set(pointer, open);
    node.addEventListener("toggle", () => {
      this.memory.set(pointer, node.open);
      if (node.open) open();
    });
    if (this.memory.get(pointer) ?? opensAtFirst(value, path)) open();
    return node;
  }

  children(value, path) {
    return el(
      "div.json-children",
      {},
      Object.entries(value).map(([key, inner]) => this.item(key, inner, [...path, key])),
    );
  }

  /** Opens the way to the place at `path` and points it out. */
  reveal(path) {
    for (let depth = 0; depth <= path.length; depth += 1)
      this.openers.get(pointerOf(path.slice(0, depth)))?.();
    const place = this.node.querySelector(`[data-path="${CSS.escape(pointerOf(path))}"]`);
    if (!place) return;
    for (const marked of this.node.querySelectorAll("[data-marked]")) delete marked.dataset.marked;
    place.dataset.marked = "true";
    const target = place.matches("details") ? place.querySelector("summary") : place;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  }
}
