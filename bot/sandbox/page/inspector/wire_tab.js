/** The tab that shows the wire: filters above, the list, and the details of one entry. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { GROUPS } from "./entries.js";
import { Feed } from "./feed.js";
import { WireDetail } from "./wire_detail.js";
import { WireList } from "./wire_list.js";

const texts = new WeakMap();

function textOf(entry) {
  if (!texts.has(entry))
    texts.set(entry, `${entry.name} ${entry.outcome} ${JSON.stringify(entry.record)}`.toLowerCase());
  return texts.get(entry);
}

export class WireTab {
  /** `onEvent` gets the live events that are not of the wire. */
  constructor({ onEvent }) {
    this.feed = new Feed({ onChange: () => this.drawSoon(), onEvent });
    this.list = new WireList({ onChoose: (key, how) => this.choose(key, how) });
    this.detail = new WireDetail({ onChoose: (key) => this.choose(key), onBack: () => this.back() });
    this.paused = false;
    this.bar = this.filters();
    this.node = el("div.wire", {}, this.list.node, this.detail.node);
  }

  filters() {
    const redraw = () => this.draw();
    this.kind = el("select.entry", { "aria-label": "Kind", on: { change: redraw } });
    this.kind.append(...GROUPS.map(([value, label]) => el("option", { value }, label)));
    this.words = el("input.entry", {
      type: "search",
      "aria-label": "Filter by text",
      placeholder: "Filter by text",
      on: { input: redraw },
    });
    this.onlyErrors = el("input", { type: "checkbox", on: { change: redraw } });
    this.pauseButton = button("button.button.small", { on: { click: () => this.pause(!this.paused) } });
    this.drawPause(0);
    return el(
      "div.wire-bar",
      {},
      this.kind,
      this.words,
      el("label.choice", {}, this.onlyErrors, el("span", {}, "Errors only")),
      this.pauseButton,
      button("button.button.small", { on: { click: () => this.clear() } }, icon("trash"), "Clear"),
    );
  }

  open() {
    this.feed.open();
    this.draw();
  }

  close() {
    this.feed.close();
  }

  drawSoon() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
    });
  }

  draw() {
    const ordered = this.feed.ordered();
    const seen = this.paused ? ordered.filter(({ order }) => order <= this.pausedAt) : ordered;
    this.drawPause(ordered.length - seen.length);
    const shown = seen.filter((entry) => this.lets(entry));
    const words = seen.length
      ? "Nothing fits the filter."
      : "Nothing has crossed the wire yet. Write a message, or press something.";
    this.list.show(shown, words);
    this.drawDetail(ordered);
  }

  drawDetail(ordered) {
    if (!this.chosen) return;
    const entry = this.feed.entries.get(this.chosen);
    if (entry && entry !== this.drawn) this.detail.show(entry, ordered);
    this.drawn = entry;
  }

  lets(entry) {
    if (this.kind.value !== "all" && entry.group !== this.kind.value) return false;
    if (this.onlyErrors.checked && !entry.failed) return false;
    const wanted = this.words.value.trim().toLowerCase();
    return !wanted || textOf(entry).includes(wanted);
  }

  pause(paused) {
    this.paused = paused;
    this.pausedAt = Math.max(0, ...this.feed.ordered().map(({ order }) => order));
    this.draw();
  }

  drawPause(waiting) {
    const words = this.paused ? `Resume${waiting ? ` (${waiting} new)` : ""}` : "Pause";
    this.pauseButton.setAttribute("aria-pressed", String(this.paused));
    this.pauseButton.replaceChildren(icon(this.paused ? "play" : "pause"), words);
  }

  clear() {
    this.chosen = this.drawn = null;
    this.detail.clear();
    this.node.dataset.detail = "false";
    this.feed.clear();
  }

  choose(key, { byArrow = false } = {}) {
    this.chosen = key;
    this.drawn = null;
    this.list.mark(key);
    this.drawDetail(this.feed.ordered());
    if (!byArrow) this.node.dataset.detail = "true";
  }

  back() {
    this.node.dataset.detail = "false";
    this.list.focus();
  }
}
