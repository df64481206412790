/** Suggestions while typing: commands after "/", people after "@", channels after "#", emoji after ":". */
import { app, channelsOf, commands, displayName, people } from "../directory.js";
import { el, freshId } from "../dom.js";
import { emojiLike } from "../emoji.js";
import { appFace, personFace } from "../people.js";
import { state } from "../state.js";

const MOST = 8;

const startsLike = (part) => (words) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.startsWith(part)) || words.toLowerCase().startsWith(part);

function commandChoices(part) {
  const own = commands().map(({ command, description, usage_hint: hint }) => ({
    text: command,
    title: command,
    hint,
    note: description,
  }));
  const invite = {
    text: "/invite",
    title: "/invite",
    hint: `@${app().name}`,
    note: "Add the app to this channel",
  };
  return [...own, invite].filter(({ text }) => text.startsWith(`/${part}`));
}

function peopleChoices(part) {
  const matches = startsLike(part);
  const users = people()
    .filter((user) => matches(displayName(user)) || matches(user.name ?? ""))
    .map((user) => ({
      text: `@${displayName(user)}`,
      title: displayName(user),
      note: user.profile?.title || user.title || user.name,
      face: personFace(user),
    }));
  const bot = { text: `@${app().name}`, title: app().name, note: "app", face: appFace() };
  return matches(app().name) ? [...users, bot] : users;
}

function channelChoices(part) {
  return channelsOf(state.me)
    .filter(({ name }) => name.startsWith(part))
    .map(({ name }) => ({ text: `#${name}`, title: `#${name}` }));
}

function emojiChoices(part) {
  if (part.length < 2) return [];
  return emojiLike(part, MOST).map(([name, character]) => ({
    text: `:${name}:`,
    title: `:${name}:`,
    face: el("span.emoji", {}, character),
  }));
}

const TRIGGERS = [
  { pattern: /^\/(\S*)$/, choices: commandChoices },
  { pattern: /(?:^|\s)@([\p{L}\w.-]*)$/u, choices: peopleChoices },
  { pattern: /(?:^|\s)#([\w-]*)$/, choices: channelChoices },
  { pattern: /(?:^|\s):([\w+-]+)$/, choices: emojiChoices },
];

function suggestionsFor(before) {
  for (const { pattern, choices } of TRIGGERS) {
    const found = before.match(pattern);
    if (found)
      return {
        from: before.length - found[1].length - 1,
        choices: choices(found[1].toLowerCase()).slice(0, MOST),
      };
  }
  return { from: 0, choices: [] };
}

export class Completion {
  /** Suggests over `box`, a text area; the list is `node`. */
  constructor(box) {
    this.box = box;
    this.node = el("ul.completion", {
      role: "listbox",
      id: freshId("completion"),
      hidden: true,
      "aria-label": "Suggestions",
    });
    this.choices = [];
    for (const [name, value] of [
      ["aria-autocomplete", "list"],
      ["aria-haspopup", "listbox"],
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
    const { from, choices } = suggestionsFor(this.box.value.slice(0, this.box.selectionStart));
    Object.assign(this, { from, choices, active: 0 });
    this.draw();
  }

  draw() {
    this.node.hidden = this.choices.length === 0;
    this.node.replaceChildren(...this.choices.map((choice, at) => this.line(choice, at)));
    if (this.isOpen) this.box.setAttribute("aria-activedescendant", this.node.children[this.active].id);
    else this.box.removeAttribute("aria-activedescendant");
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
      choice.face ?? null,
      el("span.completion-title", {}, choice.title),
      choice.hint && el("code", {}, choice.hint),
      choice.note && el("span.quiet", {}, choice.note),
    );
  }

  pick(at) {
    const { text } = this.choices[at];
    this.box.setRangeText(`${text} `, this.from, this.box.selectionStart, "end");
    this.close();
    this.box.dispatchEvent(new Event("input"));
    this.box.focus();
  }

  close() {
    this.choices = [];
    this.draw();
  }

  /** Whether the list made use of the key. */
  takeKey(event) {
    if (!this.isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const exact = this.box.value.slice(this.from, this.box.selectionStart) === this.choices[this.active].text;
    if (step) this.active = (this.active + step + this.choices.length) % this.choices.length;
    else if (event.key === "Tab" || (event.key === "Enter" && !exact)) return this.pick(this.active) ?? true;
    else if (event.key === "Escape") return this.close() ?? true;
    else return false;
    this.draw();
    return true;
  }
}
