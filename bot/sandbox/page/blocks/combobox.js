/** A box to type into with a list of options under it, for one choice or for several. */
import { button, el, freshId } from "../dom.js";
import { icon } from "../icons.js";
import { textObject, wordsOfObject } from "./objects.js";

const GAP = 4;
const TALLEST = 280;
const TYPING_PAUSE_MS = 200;

const same = (one, other) => one?.value === other?.value;

export class Combobox {
  /**
   * `load(typed)` gives groups of options, at once or as a promise; `least` is how many letters it needs.
   * `closed()` is called when the list closes after the choice has changed.
   */
  constructor({ load, least = 0, many, most, placeholder, chosen, focusKey, closed }) {
    Object.assign(this, { load, least, many, most, placeholder, chosen: [...chosen], closed });
    this.options = [];
    this.active = -1;
    this.asked = 0;
    const listId = freshId("options");
    this.input = el("input.combobox-input", {
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-expanded": "false",
      "aria-controls": listId,
      "aria-autocomplete": "list",
      data: { focusKey },
      on: {
        click: () => this.open(),
        input: () => this.typed(),
        keydown: (event) => this.takeKey(event),
        blur: () => this.close(),
        // What is typed here is no entry of its own; a form must not take it for one.
        change: (event) => event.stopPropagation(),
      },
    });
    this.list = el("div.combobox-list", {
      id: listId,
      role: "listbox",
      popover: "manual",
      "aria-label": "Options",
      "aria-multiselectable": many ? "true" : undefined,
      on: { mousedown: (event) => event.preventDefault() },
    });
    this.chips = el("span.combobox-chips");
    this.node = el(
      "div.combobox.entry",
      { data: { many: Boolean(many) }, on: { mousedown: (event) => this.pointed(event) } },
      many && this.chips,
      this.input,
      icon("down"),
      this.list,
    );
    this.follow = () => this.place();
    this.showChosen();
  }

  get isOpen() {
    return this.input.getAttribute("aria-expanded") === "true";
  }

  pointed(event) {
    if (event.target.closest("button, input, .combobox-list")) return;
    event.preventDefault();
    this.input.focus();
    this.open();
  }

  /** Shows what is chosen: as chips, or as the words in the box. */
  showChosen() {
    this.input.placeholder = this.many && this.chosen.length ? "" : this.placeholder;
    if (!this.many) {
      this.input.value = this.chosen.length ? wordsOfObject(this.chosen[0].text) : "";
      return;
    }
    this.chips.replaceChildren(...this.chosen.map((option) => this.chip(option)));
  }

  chip(option) {
    const words = wordsOfObject(option.text);
    const drop = () => {
      this.chosen = this.chosen.filter((each) => !same(each, option));
      this.changed = true;
      this.showChosen();
      this.input.focus();
      if (this.isOpen) this.draw();
      else this.tell();
    };
    const cross = button("button.chip-drop", { "aria-label": `Remove ${words}`, on: { click: drop } }, icon("close"));
    return el("span.chip", {}, words, cross);
  }

  open() {
    if (this.isOpen) return;
    this.input.setAttribute("aria-expanded", "true");
    this.list.showPopover();
    if (!this.many) this.input.select();
    document.addEventListener("scroll", this.follow, { capture: true, passive: true });
    this.fill("");
  }

  close() {
    if (!this.isOpen) return;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.list.hidePopover();
    document.removeEventListener("scroll", this.follow, { capture: true });
    if (!this.many && this.chosen.length && !this.input.value.trim()) {
      this.chosen = [];
      this.changed = true;
    }
    if (this.many) this.input.value = "";
    this.showChosen();
    this.tell();
  }

  tell() {
    if (!this.changed) return;
    this.changed = false;
    this.closed();
  }

  typed() {
    this.open();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.fill(this.input.value.trim()), this.least ? TYPING_PAUSE_MS : 0);
  }

  async fill(typed) {
    this.asked += 1;
    const asked = this.asked;
    if (typed.length < this.least) return this.say(`Type ${this.least} or more letters to see options.`);
    const groups = this.load(typed);
    if (groups instanceof Promise) this.say("Loading…");
    try {
      const found = await groups;
      if (asked === this.asked) this.draw(found);
    } catch (problem) {
      if (asked === this.asked) this.say(problem.message);
    }
    return undefined;
  }

  say(words) {
    this.options = [];
    this.active = -1;
    this.list.replaceChildren(el("div.combobox-note", { role: "option", "aria-disabled": "true" }, words));
    this.place();
  }

  draw(groups = this.groups) {
    this.groups = groups;
    this.options = groups.flatMap((group) => group.options);
    if (!this.options.length) return this.say("Nothing found.");
    this.list.replaceChildren(...groups.filter((group) => group.options.length).map((group) => this.group(group)));
    const latest = this.latest ?? this.chosen[0];
    this.activate(Math.max(0, this.options.findIndex((option) => same(option, latest))));
    this.place();
    return undefined;
  }

  group({ label, options }) {
    const rows = options.map((option) => this.row(option));
    if (!label) return el("div", { role: "presentation" }, rows);
    const labelId = freshId("group");
    return el(
      "div",
      { role: "group", "aria-labelledby": labelId },
      el("div.combobox-label", { id: labelId }, ...textObject(label)),
      rows,
    );
  }

  row(option) {
    const isChosen = this.chosen.some((each) => same(each, option));
    const isFull = !isChosen && this.many && this.most && this.chosen.length >= this.most;
    return el(
      "div.combobox-option",
      {
        id: freshId("option"),
        role: "option",
        "aria-selected": String(isChosen),
        "aria-disabled": isFull ? "true" : undefined,
        on: { click: () => this.choose(option) },
      },
      el(
        "span",
        {},
        ...textObject(option.text),
        option.description && el("small", {}, ...textObject(option.description)),
      ),
      isChosen && icon("check"),
    );
  }

  choose(option) {
    const isChosen = this.chosen.some((each) => same(each, option));
    if (!this.many) {
      this.changed = !isChosen;
      this.chosen = [option];
      this.showChosen();
      return this.close();
    }
    if (!isChosen && this.most && this.chosen.length >= this.most) return undefined;
    this.chosen = isChosen ? this.chosen.filter((each) => !same(each, option)) : [...this.chosen, option];
    this.changed = true;
    this.latest = option;
    this.showChosen();
    if (!this.input.value) return this.draw();
    this.input.value = "";
    return this.fill("");
  }

  activate(at) {
    this.active = at;
    const rows = [...this.list.querySelectorAll(".combobox-option")];
    rows.forEach((row, index) => row.classList.toggle("active", index === at));
    this.input.setAttribute("aria-activedescendant", rows[at]?.id ?? "");
    rows[at]?.scrollIntoView({ block: "nearest" });
  }

  takeKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!this.isOpen) this.open();
      else if (this.options.length)
        this.activate((this.active + step + this.options.length) % this.options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (this.isOpen && this.options[this.active]) this.choose(this.options[this.active]);
      else this.open();
    } else if (event.key === "Escape" && this.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === "Backspace" && this.many && !this.input.value && this.chosen.length) {
      this.chips.lastElementChild.querySelector("button").click();
    }
  }

  place() {
    const at = this.node.getBoundingClientRect();
    const [above, below] = [at.top - 2 * GAP, innerHeight - at.bottom - 2 * GAP];
    const goesUp = below < Math.min(TALLEST, this.list.scrollHeight) && above > below;
    this.list.style.width = `${Math.max(at.width, 200)}px`;
    this.list.style.maxHeight = `${Math.min(TALLEST, goesUp ? above : below)}px`;
    this.list.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - Math.max(at.width, 200) - GAP))}px`;
    this.list.style.top = goesUp ? "auto" : `${at.bottom + GAP}px`;
    this.list.style.bottom = goesUp ? `${innerHeight - at.top + GAP}px` : "auto";
  }
}
