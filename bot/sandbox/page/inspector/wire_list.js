/** The list of what crossed the wire, oldest first, as far as the filter lets it through. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { distance, exactTime } from "./times.js";

const NEAR_END = 40;

function row(entry, before) {
  return button(
    "button.wire-row",
    { tabindex: -1, data: { key: entry.key, failed: entry.failed, group: entry.group } },
    el(
      "span.wire-when",
      {},
      el("time", {}, exactTime(entry.at)),
      el("small", {}, before ? distance(Math.max(0, entry.at - before.at)) : "first"),
    ),
    el(
      "span.wire-way",
      { data: { to: entry.toApp ? "app" : "sandbox" } },
      icon(entry.toApp ? "toApp" : "fromApp"),
      el("span.visually-hidden", {}, entry.toApp ? "to the app: " : "from the app: "),
    ),
    el(
      "span.wire-what",
      {},
      el("span.wire-kind", {}, entry.label),
      el("strong", {}, entry.name),
      el("small", {}, String(entry.about)),
    ),
    el(
      "span.wire-outcome",
      {},
      entry.failed && icon("warning"),
      el("span", {}, entry.failed && entry.source === "call" ? `error: ${entry.outcome}` : entry.outcome),
      entry.took && el("small", {}, entry.took),
    ),
  );
}

export class WireList {
  /** `onChoose` gets the key of the row that is pressed or reached with the arrow keys. */
  constructor({ onChoose }) {
    this.onChoose = onChoose;
    this.rows = new Map();
    this.list = el("ol.wire-list", { "aria-label": "What crossed the wire" });
    this.empty = el("p.wire-empty", { hidden: true });
    this.node = el("div.wire-scroller", {}, this.empty, this.list);
    this.list.addEventListener("click", (event) => this.pressed(event));
    this.list.addEventListener("keydown", (event) => this.walk(event));
  }

  /** Shows `entries`; rows that did not change are left alone. `words` stand there when there is none. */
  show(entries, words) {
    const stays = this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight > NEAR_END;
    this.dropAllBut(new Set(entries.map(({ key }) => key)));
    let [before, last] = [null, null];
    for (const entry of entries) {
      last = this.put(entry, before, last);
      before = entry;
    }
    this.empty.hidden = entries.length > 0;
    this.empty.textContent = words;
    this.keepOneInTabOrder();
    if (!stays) this.node.scrollTop = this.node.scrollHeight;
  }

  dropAllBut(keys) {
    for (const [key, { item }] of this.rows) {
      if (keys.has(key)) continue;
      item.remove();
      this.rows.delete(key);
    }
  }

  put(entry, before, last) {
    const known = this.rows.get(entry.key);
    if (known?.entry === entry && known.before === before?.key) return known.item;
    const item = known?.item ?? el("li");
    const held = item.contains(document.activeElement);
    item.replaceChildren(row(entry, before));
    if (entry.key === this.chosen) item.firstChild.setAttribute("aria-current", "true");
    if (held) item.firstChild.focus({ preventScroll: true });
    this.rows.set(entry.key, { entry, before: before?.key, item });
    const place = last ? last.nextSibling : this.list.firstChild;
    if (place !== item) this.list.insertBefore(item, place);
    return item;
  }

  /** Marks the row of `key` as the one whose details are shown. */
  mark(key) {
    this.chosen = key;
    for (const each of this.list.querySelectorAll("[aria-current]")) each.removeAttribute("aria-current");
    const item = this.rows.get(key)?.item;
    item?.firstChild.setAttribute("aria-current", "true");
    item?.scrollIntoView({ block: "nearest" });
    this.keepOneInTabOrder();
  }

  focus() {
    this.list.querySelector("[tabindex='0']")?.focus();
  }

  keepOneInTabOrder() {
    for (const each of this.list.querySelectorAll("[tabindex='0']")) each.tabIndex = -1;
    const entrance = this.rows.get(this.chosen)?.item ?? this.list.lastElementChild;
    if (entrance) entrance.firstChild.tabIndex = 0;
  }

  pressed(event) {
    const pressed = event.target.closest(".wire-row");
    if (pressed) this.onChoose(pressed.dataset.key, { byArrow: false });
  }

  walk(event) {
    const items = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" };
    const edges = { Home: this.list.firstElementChild, End: this.list.lastElementChild };
    const here = event.target.closest("li");
    const next = edges[event.key] ?? here?.[items[event.key]];
    if (event.altKey || !next) return;
    event.preventDefault();
    next.firstChild.focus();
    this.onChoose(next.firstChild.dataset.key, { byArrow: true });
  }
}
