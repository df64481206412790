/** The thread at the right; a whole sheet on a phone. */
import { readThread } from "../api.js";
import { app, channelTitle } from "../directory.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { publish, state } from "../state.js";
import { readUpTo } from "../unread.js";
import { Composer } from "./composer.js";
import { MessageList } from "./message_list.js";
import { SessionBar } from "./session.js";
import { unreadable } from "./welcome.js";

export class ThreadPane {
  constructor() {
    this.setting = { channel: null, inThread: true, openThread: () => {} };
    this.list = new MessageList({
      label: "Thread",
      setting: this.setting,
      read: () => this.read(),
      onSeen: (ts) => readUpTo({ channel: this.setting.channel, ts, thread: this.ts }),
    });
    this.composer = new Composer({
      inThread: true,
      editLast: () => this.list.editLast(state.me.id),
      personas: () => this.list.personas(),
    });
    this.session = new SessionBar({
      send: (text) => this.composer.say(text),
      named: (title) => (this.title.textContent = title),
    });
    this.title = el("h2", {}, "Thread");
    this.where = el("span.quiet");
    const close = () => publish("go", { thread: null });
    this.body = el("div.pane-body");
    this.composer.tray.acceptDrops(this.body);
    this.node = el(
      "aside.thread-pane",
      { hidden: true, "aria-label": "Thread" },
      el(
        "header.pane-head",
        {},
        button(
          "button.icon-button.back-button",
          { "aria-label": "Back to the channel", on: { click: close } },
          icon("back"),
        ),
        el("div.pane-title", {}, this.title, this.where),
        button(
          "button.icon-button.close-button",
          { "aria-label": "Close the thread", on: { click: close } },
          icon("close"),
        ),
      ),
      this.body,
    );
  }

  /** Whether the thread under `ts` in `channel` is on screen. */
  isShowing(channel, ts) {
    return !this.node.hidden && this.setting.channel === channel && this.ts === ts;
  }

  hide() {
    this.node.hidden = true;
    this.ts = null;
  }

  /** Shows the thread under `ts` in `channel`, a channel record. */
  async show(channel, ts) {
    const opened = this.node.hidden;
    Object.assign(this, { ts, channel });
    this.setting.channel = channel.id;
    this.node.hidden = false;
    const name = channel.is_im ? app().name : channelTitle(channel, state.me);
    this.where.textContent = name;
    this.session.turnTo({ channel: channel.id, thread: ts });
    const answer = await this.open();
    if (!answer || this.ts !== ts) return;
    this.body.replaceChildren(this.list.node, this.session.node, this.composer.node);
    this.title.textContent = "Thread";
    this.session.show(answer.session);
    this.list.show(answer);
    this.composer.aim({ channel: channel.id, thread: ts, name });
    if (opened && matchMedia("(hover: hover)").matches) this.composer.box.focus({ preventScroll: true });
  }

  /** The thread with its parent in front, as a list takes it. */
  async read() {
    const { channel, ts } = this;
    const { parent, messages, last_read, status } = await readThread(state.me.id, channel.id, ts);
    const replies = messages.filter((message) => message.ts !== parent.ts);
    return { messages: [parent, ...replies], last_read, session: status };
  }

  async open() {
    try {
      return await this.read();
    } catch (problem) {
      this.body.replaceChildren(unreadable(problem.message));
      return null;
    }
  }

  /** Reads the thread again after a break, without moving it. */
  async refresh() {
    if (!this.node.hidden && this.list.node.isConnected) await this.list.refresh();
  }
}
