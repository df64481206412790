/** Going somewhere by its name: channels, direct messages, public channels to join, people to act as. */
import { addMember } from "../api.js";
import { actable, app, channelTitle, channelsOf, displayName, joinable } from "../directory.js";
import { el, freshId } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { appFace, personFace } from "../people.js";
import { publish, state } from "../state.js";

const MOST = 10;

const go = (channel, view = "messages") => publish("go", { channel, view, thread: null });

async function join(channel) {
  if (await attempt(() => addMember(channel.id, state.me.id))) go(channel.id);
}

function places() {
  const channels = channelsOf(state.me).map((channel) => ({
    name: channelTitle(channel, state.me),
    face: icon(channel.is_mpim ? "people" : channel.is_private ? "lock" : "hash"),
    isNew: Boolean(state.unread.get(channel.id)?.unread),
    choose: () => go(channel.id),
  }));
  const direct = { name: app().name, note: "Direct messages", face: appFace(), choose: () => go("dm") };
  const others = joinable(state.me).map((channel) => ({
    name: `#${channel.name}`,
    note: "Join",
    face: icon("hash"),
    choose: () => join(channel),
  }));
  const people = actable()
    .filter((user) => user.id !== state.me.id)
    .map((user) => ({
      name: displayName(user),
      note: "Act as",
      face: personFace(user),
      choose: () => publish("become", user),
    }));
  return [...channels, direct, ...others, ...people];
}

function matching(part) {
  const low = part.trim().toLowerCase().replace(/^[#@]/, "");
  const all = places();
  const found = all.filter(({ name, note = "" }) => `${name} ${note}`.toLowerCase().includes(low));
  return found.sort((one, other) => Number(other.isNew ?? false) - Number(one.isNew ?? false)).slice(0, MOST);
}

class Switcher {
  constructor() {
    const id = freshId("switcher");
    this.active = 0;
    this.box = el("input.entry", {
      type: "text",
      role: "combobox",
      placeholder: "Where to?",
      "aria-label": "Go to a channel, or be another person",
      "aria-expanded": "true",
      "aria-controls": id,
      "aria-autocomplete": "list",
      autocomplete: "off",
      on: { input: () => this.draw(), keydown: (event) => this.takeKey(event) },
    });
    this.list = el("ul.switcher-list", { role: "listbox", id, "aria-label": "Places" });
    this.dialog = el(
      "dialog.dialog.dialog-small.switcher",
      {
        "aria-label": "Go to",
        on: {
          close: () => this.dialog.remove(),
          click: (event) => event.target === this.dialog && this.dialog.close(),
        },
      },
      this.box,
      this.list,
    );
  }

  open() {
    document.body.append(this.dialog);
    this.draw();
    this.dialog.showModal();
    this.box.focus();
  }

  draw() {
    this.found = matching(this.box.value);
    this.active = 0;
    this.list.replaceChildren(...this.found.map((place, at) => this.line(place, at)));
    this.mark(0);
  }

  line({ name, note, face, isNew }, at) {
    return el(
      "li",
      {
        role: "option",
        id: `${this.list.id}-${at}`,
        "aria-selected": "false",
        on: { click: () => this.pick(at), pointermove: () => this.mark(at) },
      },
      el("span.completion-face", {}, face),
      el("span.completion-title", {}, name),
      el("span.quiet", {}, isNew ? "New messages" : (note ?? "")),
    );
  }

  mark(at) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = at;
    const line = this.list.children[at];
    line?.setAttribute("aria-selected", "true");
    line?.scrollIntoView({ block: "nearest" });
    if (line) this.box.setAttribute("aria-activedescendant", line.id);
  }

  pick(at) {
    this.dialog.close();
    this.found[at]?.choose();
  }

  takeKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") this.pick(this.active);
    else if (step && this.found.length)
      this.mark((this.active + step + this.found.length) % this.found.length);
    else return;
    event.preventDefault();
  }
}

/** Opens the switcher, unless a dialog is open. */
export function openSwitcher() {
  if (!document.querySelector("dialog[open]")) new Switcher().open();
}
