/** The head of a channel: its name, the tabs of the app, who is in it. */
import { addMember } from "../api.js";
import { app, appIsIn, channelTitle, peopleIn } from "../directory.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { inspectorButton } from "../inspector/inspector.js";
import { attempt, notify } from "../notices.js";
import { appFace, personFace } from "../people.js";
import { publish, state } from "../state.js";
import { openDetails } from "./details.js";
import { newIn, unreadMark } from "./unread_mark.js";

const FACES_SHOWN = 4;
const TABS = [
  ["home", "Home"],
  ["messages", "Messages"],
  ["about", "About"],
];

function drawerButton() {
  return button(
    "button.icon-button.drawer-button",
    { "aria-label": "Show the sidebar", on: { click: () => publish("drawer", true) } },
    icon("menu"),
  );
}

const signOf = (channel) => icon(channel.is_mpim ? "people" : channel.is_private ? "lock" : "hash");

function appTitle() {
  return el("div.pane-title", {}, appFace(), el("h1", {}, app().name), el("span.badge", {}, "APP"));
}

function channelTitleButton(channel) {
  const topic = channel.topic?.value;
  return el(
    "div.pane-title",
    {},
    el(
      "h1",
      {},
      button(
        "button.title-button",
        { "aria-haspopup": "dialog", title: "Channel details", on: { click: () => openDetails(channel) } },
        signOf(channel),
        el("span", {}, channelTitle(channel, state.me).replace(/^#/, "")),
        icon("down"),
      ),
    ),
    topic && el("span.quiet.topic", { title: topic }, topic),
  );
}

function tabs(channel, current) {
  const move = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.altKey) return;
    const at = TABS.findIndex(([view]) => view === current);
    const [next] = TABS[(at + step + TABS.length) % TABS.length];
    publish("go", { view: next, thread: null });
    requestAnimationFrame(() => document.querySelector(".tab[aria-selected=true]")?.focus());
  };
  const tab = ([view, label]) =>
    button(
      "button.tab",
      {
        role: "tab",
        "aria-selected": String(current === view),
        tabindex: current === view ? 0 : -1,
        on: { click: () => publish("go", { view, thread: null }), keydown: move },
      },
      label,
      view === "messages" && current !== view && unreadMark(newIn(channel.id)),
    );
  return el("div.tabs", { role: "tablist", "aria-label": app().name }, TABS.map(tab));
}

async function addApp(channel) {
  const answer = await attempt(() => addMember(channel.id, app().bot_user_id));
  if (answer) notify(`${app().name} is in #${channel.name} now.`, "info");
}

function members(channel) {
  const people = peopleIn(channel);
  const count = people.length + (appIsIn(channel) ? 1 : 0);
  return el(
    "div.members",
    {},
    !appIsIn(channel) &&
      !channel.is_mpim &&
      button(
        "button.button.add-app",
        { "aria-label": `Add ${app().name}`, on: { click: () => addApp(channel) } },
        icon("plus"),
        el("span", {}, `Add ${app().name}`),
      ),
    button(
      "button.members-button",
      {
        "aria-haspopup": "dialog",
        "aria-label": `${count} members`,
        title: "Members",
        on: { click: () => openDetails(channel, "members") },
      },
      el("span.faces", {}, people.slice(0, FACES_SHOWN).map(personFace), appIsIn(channel) && appFace()),
      el("span.member-count", { "aria-hidden": "true" }, String(count)),
    ),
  );
}

export class ChannelHead {
  constructor() {
    this.node = el("header.pane-head");
    this.inspectorButton = inspectorButton();
  }

  /** Draws the head of `channel`, of which `view` is shown. */
  draw(channel, view) {
    const held = this.buttons().indexOf(document.activeElement);
    const parts = channel.is_im
      ? [appTitle(), tabs(channel, view)]
      : [channelTitleButton(channel), members(channel)];
    this.node.replaceChildren(drawerButton(), ...parts, this.inspectorButton);
    this.buttons()[held]?.focus();
  }

  buttons() {
    return [...this.node.querySelectorAll("button")];
  }

  /** A head for what could not be read. */
  drawName(name) {
    this.node.replaceChildren(drawerButton(), el("h1", {}, name), this.inspectorButton);
  }
}
