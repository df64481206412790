/** The middle of the page: one channel or the app's tabs, with its messages and its composer. */
import { openMessagesTab, readChannel } from "../api.js";
import { app, channelTitle, findChannel } from "../directory.js";
import { el } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { publish, state, subscribe } from "../state.js";
import { readUpTo } from "../unread.js";
import { aboutApp } from "./about.js";
import { ChannelHead } from "./channel_head.js";
import { Composer } from "./composer.js";
import { Home } from "./home.js";
import { MessageList } from "./message_list.js";
import { SessionBar } from "./session.js";
import { unreadable, welcome } from "./welcome.js";

const FIRST_PAGE = 80;

export class ChannelPane {
  constructor() {
    this.home = new Home();
    this.setting = { channel: null, inThread: false, openThread: (ts) => publish("go", { thread: ts }) };
    this.list = new MessageList({
      label: "Messages",
      setting: this.setting,
      read: (which) => readChannel(state.me.id, this.channel.id, which),
      onSeen: (ts) => this.channel && readUpTo({ channel: this.channel.id, ts }),
      intro: () => this.channel && welcome(this.channel),
    });
    this.setting.markedUnread = (ts) => this.list.unreadFrom(ts);
    this.composer = new Composer({
      inThread: false,
      editLast: () => this.list.editLast(state.me.id),
      personas: () => this.list.personas(),
    });
    this.session = new SessionBar({ send: (text) => this.composer.say(text) });
    this.head = new ChannelHead();
    this.notice = el("div.pane-notice", { role: "status", hidden: true });
    this.body = el("div.pane-body");
    this.composer.tray.acceptDrops(this.body);
    this.node = el("main.channel-pane", { id: "main" }, this.head.node, this.notice, this.body);
    subscribe("fill", (text) => this.composer.fill(text));
    subscribe("status", () => this.drawNotice());
    subscribe("workspace", () => this.renew());
    subscribe("unread", () => this.channel?.is_im && this.head.draw(this.channel, this.place.view));
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
    this.head.draw(this.channel, this.place.view);
    this.drawNotice();
    if (place.view === "home") this.showHome();
    else if (place.view === "about") this.body.replaceChildren(aboutApp());
    else this.showMessages(answer);
  }

  async read(channel) {
    try {
      return await readChannel(state.me.id, channel, { limit: FIRST_PAGE });
    } catch (problem) {
      this.channel = null;
      this.head.drawName(channel);
      this.body.replaceChildren(unreadable(problem.message));
      return null;
    }
  }

  /** Takes in what has changed about the channel itself, such as its members. */
  renew() {
    if (!this.channel) return;
    this.channel = findChannel(this.channel.id, state.me) ?? this.channel;
    this.head.draw(this.channel, this.place.view);
  }

  showHome() {
    this.body.replaceChildren(this.home.node);
    this.home.open();
  }

  showMessages(answer) {
    this.body.replaceChildren(this.list.node, this.session.node, this.composer.node);
    this.session.turnTo({ channel: this.channel.id, thread: null });
    this.session.show(null);
    this.list.show(answer);
    this.composer.aim({ channel: this.channel.id, name: this.title() });
    if (this.channel.is_im) attempt(() => openMessagesTab(state.me.id));
    if (matchMedia("(hover: hover)").matches && !this.place.thread)
      this.composer.box.focus({ preventScroll: true });
  }

  /** Reads the messages again after a break, without moving them. */
  async refresh() {
    if (this.channel && this.list.node.isConnected) await this.list.refresh();
  }

  /** Draws the summaries of those threads again whose count of new replies has changed. */
  drawSummaries(threads) {
    for (const { channel, ts } of threads) if (channel === this.channel?.id) this.list.refreshOne(ts);
  }

  title() {
    return this.channel.is_im ? app().name : channelTitle(this.channel, state.me);
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
