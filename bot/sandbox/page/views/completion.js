/** The list of suggestions over a text box. */
import { el, freshId } from "../dom.js";
import { isWhole, suggestionsFor } from "./completion_sources.js";

export class Completion {
  /** Suggests over `box`, a text area; the list is `node`. `setting()` says where one writes. */
  constructor(box, setting) {
    Object.assign(this, { box, setting, choices: [], active: 0 });
    this.node = el("ul.completion", {
      role: "listbox",
      id: freshId("completion"),
      hidden: true,
      "aria-label": "Suggestions",
    });
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-haspopup", "listbox"],
      ["aria-expanded", "false"],
      ["aria-controls", this.node.id],
    ])
      box.setAttribute(name, value);
    box.addEventListener("input", () => this.suggest());
    box.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  get isOpen() {
    return !this.node.hidden;
  }

  suggest() {
    const before = this.box.value.slice(0, this.box.selectionStart);
    const { from, choices } = suggestionsFor(before, this.setting());
    Object.assign(this, { from, choices, active: 0 });
    this.draw();
  }

  draw() {
    this.node.hidden = this.choices.length === 0;
    this.node.replaceChildren(...this.choices.map((choice, at) => this.line(choice, at)));
    this.box.setAttribute("aria-expanded", String(this.isOpen));
    if (!this.isOpen) return void this.box.removeAttribute("aria-activedescendant");
    const current = this.node.children[this.active];
    this.box.setAttribute("aria-activedescendant", current.id);
    current.scrollIntoView({ block: "nearest" });
  }

  line(choice, at) {
    const pick = (event) => {
      event.preventDefault();
      this.pick(at);
    };
    return el(
      "li",
      {
        role: "option",
        id: `${this.node.id}-${at}`,
        "aria-selected": String(at === this.active),
        on: { pointerdown: pick },
      },
      el("span.completion-face", {}, choice.face ?? null),
      el("span.completion-title", {}, choice.title),
      choice.hint && el("code", {}, choice.hint),
      choice.note && el("span.quiet", {}, choice.note),
    );
  }

  pick(at) {
    const { text, run } = this.choices[at];
    this.box.setRangeText(run ? "" : `${text} `, this.from, this.box.selectionStart, "end");
    this.close();
    this.box.dispatchEvent(new Event("input"));
    this.box.focus();
    run?.();
  }

  close() {
    this.choices = [];
    this.draw();
  }

  /** Whether the person has typed one of the suggestions to its end, so that Enter is theirs. */
  isTyped() {
    const typed = this.box.value.slice(this.from, this.box.selectionStart);
    return this.choices.some((choice) => isWhole(typed, choice));
  }

  /** Whether the list made use of the key. */
  takeKey(event) {
    if (!this.isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const picks = event.key === "Tab" || (event.key === "Enter" && !event.shiftKey && !this.isTyped());
    if (step) this.active = (this.active + step + this.choices.length) % this.choices.length;
    else if (picks) return this.pick(this.active) ?? true;
    else if (event.key === "Escape") return this.close() ?? true;
    else return false;
    this.draw();
    return true;
  }
}
