/** What each live event changes on the page. */
import { readModals, readWorkspace } from "./api.js";
import { fill, findChannel } from "./directory.js";
import { announce, attempt } from "./notices.js";
import { authorOf } from "./people.js";
import { publish, state, threadKey } from "./state.js";
import { wordsOf } from "./text/mrkdwn.js";

/** Reads the workspace again and tells everyone. */
export async function reloadWorkspace() {
  const answer = await attempt(readWorkspace);
  if (!answer) return;
  fill(answer);
  state.botIsListening = Boolean(answer.connected);
  publish("workspace");
  publish("status");
}

/** Reads the open modals of the person again. */
export async function reloadModals() {
  const answer = await attempt(() => readModals(state.me.id));
  if (answer) publish("modals", answer.views);
}

const isReply = (message) => Boolean(message.thread_ts) && message.thread_ts !== message.ts;
const isOnTop = (message) => !isReply(message) || message.subtype === "thread_broadcast";

export class Live {
  /** Patches `channelPane` and `threadPane` as events come in. */
  constructor(channelPane, threadPane) {
    Object.assign(this, { channelPane, threadPane });
    this.kinds = {
      message: (event) => this.arrived(event),
      ephemeral: (event) => this.arrived(event),
      message_changed: (event) => this.changed(event),
      reaction: (event) => this.changed(event),
      message_deleted: (event) => this.deleted(event),
      channel: (event) => (event.reset ? location.reload() : reloadWorkspace()),
      status: () => reloadWorkspace(),
      connected: (event) => this.connection(event),
      home: (event) => publish("home", event.view),
      modal: (event) => (event.views ? publish("modals", event.views) : reloadModals()),
    };
  }

  /** Takes in one event of the stream; kinds that the page does not know are let go. */
  take(event) {
    this.kinds[event.kind]?.(event);
  }

  isOpen(channel) {
    return this.channelPane.channel?.id === channel && state.place.view !== "home";
  }

  arrived(event) {
    const { channel, message } = event;
    const reply = isReply(message);
    if (!findChannel(channel, state.me)) reloadWorkspace();
    if (this.isOpen(channel) && isOnTop(message)) this.channelPane.list.put(message);
    if (reply && this.threadPane.isShowing(channel, message.thread_ts)) this.threadPane.list.put(message);
    const own = message.user === state.me.id && !message.bot_id;
    if (!own) this.countUnread(channel, message, reply);
    this.drawParent(event);
    const seen = this.isOpen(channel) || this.threadPane.isShowing(channel, message.thread_ts);
    if (!own && seen) announce(`${authorOf(message).name}: ${wordsOf(message.text)}`);
  }

  countUnread(channel, message, reply) {
    if (reply && !this.threadPane.isShowing(channel, message.thread_ts)) {
      const key = threadKey(channel, message.thread_ts);
      state.threadUnread.set(key, (state.threadUnread.get(key) ?? 0) + 1);
    }
    if (this.isOpen(channel) || (reply && this.threadPane.isShowing(channel, message.thread_ts))) return;
    state.unread.set(channel, (state.unread.get(channel) ?? 0) + 1);
    publish("unread");
  }

  /** Draws the summary of a thread again after something in it came, changed or went. */
  drawParent({ channel, parent }) {
    if (parent && this.isOpen(channel) && this.channelPane.list.find(parent.ts)) this.channelPane.list.put(parent);
  }

  changed(event) {
    const { channel, message } = event;
    if (this.isOpen(channel) && this.channelPane.list.find(message.ts)) this.channelPane.list.put(message);
    const parent = message.thread_ts ?? message.ts;
    if (this.threadPane.isShowing(channel, parent) && this.threadPane.list.find(message.ts)) this.threadPane.list.put(message);
    this.drawParent(event);
  }

  deleted(event) {
    const { ts } = event.message;
    if (this.isOpen(event.channel)) this.channelPane.list.remove(ts);
    this.drawParent(event);
    if (this.threadPane.isShowing(event.channel, ts)) publish("go", { thread: null });
    else if (!this.threadPane.node.hidden) this.threadPane.list.remove(ts);
  }

  connection(event) {
    if (event.connected === undefined) return reloadWorkspace();
    state.botIsListening = event.connected;
    return publish("status");
  }
}
