/** Choosing an emoji: by search, by arrow keys, by pointing. */
import { el, freshId } from "../dom.js";
import { emojiLike } from "../emoji.js";
import { floatAt } from "./menu.js";

const COLUMNS = 8;
const MOST = 400;
const RECENT_KEY = "haggle-sandbox-emoji";
const MOST_RECENT = 16;
const AT_FIRST = "+1 tada eyes white_check_mark heart joy raised_hands thinking_face".split(" ");

/** The short names used last in this browser, the last first. */
export function recentEmoji() {
  const kept = (localStorage.getItem(RECENT_KEY) ?? "").split(" ").filter(Boolean);
  return [...new Set([...kept, ...AT_FIRST])].slice(0, MOST_RECENT);
}

/** Remembers that an emoji was used. */
export function noteEmoji(name) {
  localStorage.setItem(RECENT_KEY, [...new Set([name, ...recentEmoji()])].slice(0, MOST_RECENT).join(" "));
}

function offered(part) {
  if (part) return emojiLike(part, MOST);
  const all = new Map(emojiLike("", MOST * 4));
  const recent = recentEmoji().filter((name) => all.has(name));
  const rest = [...all].filter(([name]) => !recent.includes(name));
  return [...recent.map((name) => [name, all.get(name)]), ...rest];
}

class Picker {
  constructor(choose) {
    Object.assign(this, { choose, active: 0 });
    const id = freshId("emoji");
    this.search = el("input.entry", {
      type: "text",
      role: "combobox",
      placeholder: "Search emoji",
      "aria-label": "Search emoji",
      "aria-expanded": "true",
      "aria-controls": id,
      "aria-autocomplete": "list",
      autocomplete: "off",
      on: { input: () => this.draw(), keydown: (event) => this.takeKey(event) },
    });
    this.grid = el("div.emoji-grid", { role: "listbox", id, "aria-label": "Emoji" });
    this.name = el("p.emoji-name", { "aria-hidden": "true" });
    this.node = el("div.menu.emoji-picker", { popover: "auto" }, this.search, this.grid, this.name);
    this.draw();
  }

  draw() {
    this.found = offered(this.search.value.trim().toLowerCase().replaceAll(":", "").replaceAll(" ", "_"));
    this.grid.replaceChildren(...this.found.map(([name, character], at) => this.option(name, character, at)));
    if (this.found.length === 0) this.name.textContent = "No emoji has this name.";
    this.mark(0);
  }

  option(name, character, at) {
    const pick = (event) => {
      event.preventDefault();
      this.pick(at);
    };
    return el(
      "span.emoji-option",
      {
        role: "option",
        id: `${this.grid.id}-${at}`,
        "aria-label": name.replaceAll("_", " "),
        "aria-selected": "false",
        on: { pointerdown: (event) => event.preventDefault(), click: pick, pointermove: () => this.mark(at) },
      },
      character,
    );
  }

  mark(at) {
    if (!this.found[at]) return;
    this.grid.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = at;
    const option = this.grid.children[at];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.search.setAttribute("aria-activedescendant", option.id);
    this.name.textContent = `:${this.found[at][0]}:`;
  }

  pick(at) {
    const [name] = this.found[at];
    this.node.hidePopover();
    noteEmoji(name);
    this.choose(name);
  }

  takeKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (event.key === "Enter" && this.found.length) this.pick(this.active);
    else if (step) this.mark(Math.min(this.found.length - 1, Math.max(0, this.active + step)));
    else return;
    event.preventDefault();
  }
}

/** Opens the picker at `anchor`; `choose(name)` hears what was chosen. */
export function pickEmoji(anchor, choose) {
  const picker = new Picker(choose);
  floatAt(picker.node, anchor);
  picker.search.focus();
}
