/** The thread at the right; a whole sheet on a phone. */
import { readThread } from "../api.js";
import { app } from "../directory.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { publish, state } from "../state.js";
import { readUpTo } from "../unread.js";
import { Composer } from "./composer.js";
import { MessageList } from "./message_list.js";
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
    this.composer = new Composer({ inThread: true, editLast: () => this.list.editLast(state.me.id) });
    this.where = el("span.quiet");
    const close = () => publish("go", { thread: null });
    this.body = el("div.pane-body");
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
        el("div.pane-title", {}, el("h2", {}, "Thread"), this.where),
        button(
          "button.icon-button.close-button",
          { "aria-label": "Close the thread", on: { click: close } },
          icon("close"),
        ),
      ),
      this.body,
    );
    this.node.addEventListener("keydown", (event) => event.key === "Escape" && close());
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
    const name = channel.is_im ? app().name : `#${channel.name}`;
    this.where.textContent = name;
    const answer = await this.open();
    if (!answer || this.ts !== ts) return;
    this.body.replaceChildren(this.list.node, this.composer.node);
    this.list.show(answer);
    this.composer.aim({ channel: channel.id, thread: ts, name });
    if (opened && matchMedia("(hover: hover)").matches) this.composer.box.focus({ preventScroll: true });
  }

  /** The thread with its parent in front, as a list takes it. */
  async read() {
    const { channel, ts } = this;
    const { parent, messages, last_read } = await readThread(state.me.id, channel.id, ts);
    return { messages: [parent, ...messages.filter((message) => message.ts !== parent.ts)], last_read };
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
