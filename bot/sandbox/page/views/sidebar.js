/** The sidebar: workspace, channels, the app, and who one is acting as. */
import { createChannel } from "../api.js";
import { actable, app, channelTitle, channelsOf, directMessagesOf, displayName, workspace } from "../directory.js";
import { button, el, refillKeepingFocus } from "../dom.js";
import { icon, mark } from "../icons.js";
import { attempt } from "../notices.js";
import { appFace, personFace } from "../people.js";
import { publish, state, subscribe } from "../state.js";
import { currentTheme, switchTheme } from "../theme.js";
import { askForName } from "./confirm.js";
import { startAfresh } from "./fresh_start.js";
import { showKeys } from "./key_help.js";
import { openMenu } from "./menu.js";
import { openSwitcher } from "./switcher.js";
import { newIn, unreadMark } from "./unread_mark.js";

async function addChannel() {
  const wanted = await askForName({
    title: "A new channel",
    label: "Name",
    flagLabel: "Private: only members see it",
    yes: "Create",
  });
  const answer =
    wanted &&
    (await attempt(() => createChannel({ as: state.me.id, name: wanted.name, private: wanted.flag })));
  if (answer) publish("go", { channel: answer.channel?.id ?? wanted.name, view: "messages", thread: null });
}

export class Sidebar {
  constructor() {
    this.channels = el("ul.nav-list");
    this.groups = el("ul.nav-list");
    this.apps = el("ul.nav-list");
    this.faces = el("div.act-as-faces", { role: "radiogroup", "aria-label": "Act as" });
    this.who = el("div.act-as-who");
    this.status = el("span.listening");
    this.node = el(
      "nav.sidebar",
      { "aria-label": "Workspace" },
      this.head(),
      this.lists(),
      el("section.act-as", {}, this.who, this.faces),
    );
    for (const topic of ["workspace", "place", "unread"]) subscribe(topic, () => this.draw());
    subscribe("status", () => this.drawStatus());
  }

  head() {
    const themeButton = button("button.icon-button", { on: { click: () => this.turnTheme(themeButton) } });
    this.nameTheme(themeButton);
    const more = button(
      "button.icon-button",
      { "aria-label": "Workspace menu", "aria-haspopup": "menu", on: { click: () => this.menu(more) } },
      icon("dots"),
    );
    return el(
      "header.sidebar-head",
      {},
      el("span.workspace-mark", {}, mark()),
      el("div.workspace-name", {}, el("strong", {}, "Haggle sandbox"), this.status),
      themeButton,
      more,
      button(
        "button.icon-button.drawer-close",
        { "aria-label": "Hide the sidebar", on: { click: () => publish("drawer", false) } },
        icon("close"),
      ),
    );
  }

  nameTheme(themeButton) {
    const other = currentTheme() === "dark" ? "light" : "dark";
    themeButton.setAttribute("aria-label", `Switch to the ${other} theme`);
    themeButton.replaceChildren(icon(other === "dark" ? "moon" : "sun"));
  }

  turnTheme(themeButton) {
    switchTheme();
    this.nameTheme(themeButton);
  }

  menu(anchor) {
    openMenu(anchor, [
      { label: ["Go to…"], note: ["Ctrl K"], icon: icon("search"), choose: openSwitcher },
      { label: ["New channel"], icon: icon("plus"), choose: addChannel },
      { label: ["Keyboard"], note: ["?"], icon: icon("help"), choose: showKeys },
      {
        label: ["Start afresh"],
        note: ["Empties the workspace"],
        icon: icon("refresh"),
        danger: true,
        choose: () => attempt(startAfresh),
      },
    ]);
  }

  lists() {
    return el(
      "div.sidebar-lists",
      {},
      el(
        "section",
        {},
        el(
          "h2",
          {},
          "Channels",
          button(
            "button.icon-button",
            { "aria-label": "New channel", on: { click: addChannel } },
            icon("plus"),
          ),
        ),
        this.channels,
      ),
      el("section", { hidden: true }, el("h2", {}, "Direct messages"), this.groups),
      el("section", {}, el("h2", {}, "Apps"), this.apps),
    );
  }

  draw() {
    if (!state.me) return;
    const { place } = state;
    const all = channelsOf(state.me);
    const lineOf = (channel) =>
      this.line({
        face: icon(channel.is_mpim ? "people" : channel.is_private ? "lock" : "hash"),
        name: channelTitle(channel, state.me).replace(/^#/, ""),
        unread: newIn(channel.id),
        current: channel.id === place.channel,
        go: { channel: channel.id, view: "messages", thread: null },
      });
    const groups = all.filter((channel) => channel.is_mpim);
    refillKeepingFocus(this.channels, all.filter((channel) => !channel.is_mpim).map(lineOf));
    refillKeepingFocus(this.groups, groups.map(lineOf));
    this.groups.parentNode.hidden = groups.length === 0;
    const direct = directMessagesOf(state.me);
    refillKeepingFocus(this.apps, [
      this.line({
        face: appFace(),
        name: app().name,
        unread: newIn(direct?.id),
        current: place.channel === "dm",
        go: { channel: "dm", view: newIn(direct?.id).unread ? "messages" : "home", thread: null },
      }),
    ]);
    this.drawPeople();
    this.drawStatus();
  }

  line({ face, name, unread, current, go }) {
    return el(
      "li",
      {},
      button(
        "button.nav-item",
        {
          "aria-current": current ? "page" : undefined,
          data: { unread: unread.unread + unread.unread_replies > 0, focusKey: go.channel },
          on: { click: () => publish("go", go) },
        },
        face,
        el("span.nav-name", {}, name),
        unreadMark(unread),
      ),
    );
  }

  drawPeople() {
    this.who.replaceChildren(
      el("span.quiet", {}, "You are"),
      el("strong", {}, displayName(state.me)),
      el("span.quiet", {}, state.me.profile?.title || state.me.title || ""),
    );
    const focused = this.faces.contains(document.activeElement);
    this.faces.replaceChildren(...actable().map((user) => this.face(user)));
    if (focused) this.faces.querySelector("[aria-checked=true]")?.focus();
  }

  face(user) {
    const own = user.id === state.me.id;
    return button(
      "button.act-as-face",
      {
        role: "radio",
        "aria-checked": String(own),
        "aria-label": `Act as ${displayName(user)}`,
        title: displayName(user),
        tabindex: own ? 0 : -1,
        on: { click: () => publish("become", user), keydown: (event) => this.nextPerson(event, user) },
      },
      personFace(user),
    );
  }

  nextPerson(event, user) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey) return;
    event.preventDefault();
    const everyone = actable();
    const at = everyone.findIndex((each) => each.id === user.id);
    publish("become", everyone[(at + step + everyone.length) % everyone.length]);
  }

  drawStatus() {
    const on = state.streamIsOpen && state.botIsListening;
    this.status.dataset.on = String(on);
    this.status.textContent = on
      ? "Bot is listening"
      : state.streamIsOpen
        ? "No bot is listening"
        : "Not connected";
    document.title = [...state.unread.values()].some(({ unread, unread_replies: replies }) => unread + replies > 0)
      ? `• ${workspace().team?.name ?? "Haggle sandbox"}`
      : "Haggle sandbox";
  }
}
