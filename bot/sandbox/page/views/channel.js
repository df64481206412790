/** The middle of the page: one channel or the app's tabs, with its messages and its composer. */
import { addMember, openMessagesTab, readChannel } from "../api.js";
import { app, appIsIn, findChannel, peopleIn } from "../directory.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { inspectorButton } from "../inspector/inspector.js";
import { attempt, notify } from "../notices.js";
import { appFace, personFace } from "../people.js";
import { publish, state, subscribe } from "../state.js";
import { readUpTo } from "../unread.js";
import { Composer } from "./composer.js";
import { Home } from "./home.js";
import { MessageList } from "./message_list.js";
import { unreadable, welcome } from "./welcome.js";

const FACES_SHOWN = 4;
const FIRST_PAGE = 80;

export class ChannelPane {
  constructor() {
    this.home = new Home();
    this.setting = { channel: null, inThread: false, openThread: (ts) => publish("go", { thread: ts }) };
    this.list = new MessageList({
      label: "Messages",
      setting: this.setting,
      read: (which) => readChannel(state.me.id, this.channel.id, which),
      onSeen: (ts) => readUpTo({ channel: this.channel.id, ts }),
      intro: () => this.channel && welcome(this.channel),
    });
    this.composer = new Composer({ inThread: false, editLast: () => this.list.editLast(state.me.id) });
    this.head = el("header.pane-head");
    this.inspectorButton = inspectorButton();
    this.notice = el("div.pane-notice", { role: "status", hidden: true });
    this.body = el("div.pane-body");
    this.node = el("main.channel-pane", { id: "main" }, this.head, this.notice, this.body);
    subscribe("fill", (text) => this.composer.fill(text));
    subscribe("status", () => this.drawNotice());
    subscribe("workspace", () => this.renew());
    subscribe("threads", (threads) => this.drawSummaries(threads));
  }

  /** Shows the channel of `place`, or the app's Home tab. */
  async show(place) {
    this.place = place;
    const asked = JSON.stringify([state.me.id, place.channel]);
    this.asked = asked;
    const answer = await this.read(place.channel);
    if (this.asked !== asked || !answer) return;
    this.channel = { ...findChannel(answer.channel.id, state.me), ...answer.channel };
    this.setting.channel = answer.channel.id;
    this.drawHead();
    this.drawNotice();
    if (place.view === "home") this.showHome();
    else this.showMessages(answer);
  }

  async read(channel) {
    try {
      return await readChannel(state.me.id, channel, { limit: FIRST_PAGE });
    } catch (problem) {
      this.channel = null;
      this.head.replaceChildren(this.drawerButton(), el("h1", {}, channel));
      this.body.replaceChildren(unreadable(problem.message));
      return null;
    }
  }

  /** Takes in what has changed about the channel itself, such as its members. */
  renew() {
    if (!this.channel) return;
    this.channel = findChannel(this.channel.id, state.me) ?? this.channel;
    this.drawHead();
  }

  showHome() {
    this.body.replaceChildren(this.home.node);
    this.home.open();
  }

  showMessages(answer) {
    this.body.replaceChildren(this.list.node, this.composer.node);
    this.list.show(answer);
    this.composer.aim({ channel: this.channel.id, name: this.title() });
    if (this.channel.is_im) attempt(() => openMessagesTab(state.me.id));
    if (matchMedia("(hover: hover)").matches && !this.place.thread)
      this.composer.box.focus({ preventScroll: true });
  }

  /** Reads the messages again after a break, without moving them. */
  async refresh() {
    if (!this.channel || this.place.view === "home") return;
    await this.list.refresh();
  }

  /** Draws the summaries of those threads again whose count of new replies has changed. */
  drawSummaries(threads) {
    for (const { channel, ts } of threads) if (channel === this.channel?.id) this.list.refreshOne(ts);
  }

  title() {
    return this.channel.is_im ? app().name : `#${this.channel.name}`;
  }

  drawerButton() {
    return button(
      "button.icon-button.drawer-button",
      { "aria-label": "Show the sidebar", on: { click: () => publish("drawer", true) } },
      icon("menu"),
    );
  }

  drawHead() {
    const title = this.channel.is_im
      ? [appFace(), el("h1", {}, app().name), el("span.badge", {}, "APP")]
      : [icon(this.channel.is_private ? "lock" : "hash"), el("h1", {}, this.channel.name)];
    this.head.replaceChildren(
      this.drawerButton(),
      el("div.pane-title", {}, title),
      this.channel.is_im ? this.tabs() : this.members(),
      this.inspectorButton,
    );
  }

  tabs() {
    const tab = (view, label) =>
      button(
        "button.tab",
        {
          role: "tab",
          "aria-selected": String(this.place.view === view),
          on: { click: () => publish("go", { view, thread: null }) },
        },
        label,
      );
    return el(
      "div.tabs",
      { role: "tablist", "aria-label": app().name },
      tab("home", "Home"),
      tab("messages", "Messages"),
    );
  }

  members() {
    const people = peopleIn(this.channel);
    const names = people.map((user) => user.real_name ?? user.name);
    const label = [...names, ...(appIsIn(this.channel) ? [app().name] : [])].join(", ");
    return el(
      "div.members",
      { title: label },
      el(
        "span.faces",
        { "aria-hidden": "true" },
        people.slice(0, FACES_SHOWN).map(personFace),
        appIsIn(this.channel) && appFace(),
      ),
      el("span.visually-hidden", {}, `Members: ${label}`),
      !appIsIn(this.channel) &&
        button(
          "button.button.add-app",
          { on: { click: () => this.addApp() } },
          icon("plus"),
          `Add ${app().name}`,
        ),
    );
  }

  async addApp() {
    const answer = await attempt(() => addMember(this.channel.id, app().bot_user_id));
    if (answer) notify(`${app().name} is in #${this.channel.name} now.`, "info");
  }

  drawNotice() {
    const words = !state.streamIsOpen
      ? "The sandbox does not answer. The page connects again by itself as soon as it is back."
      : !state.botIsListening &&
        "No bot is listening. Messages and buttons stay without an answer until one connects.";
    this.notice.hidden = !words;
    this.notice.replaceChildren(...(words ? [icon("warning"), el("span", {}, words)] : []));
  }
}
