/** What each live event changes on the page. */
import { readModals, readWorkspace } from "./api.js";
import { fill } from "./directory.js";
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
      channel: () => reloadWorkspace(),
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

  arrived({ channel, message }) {
    const reply = isReply(message);
    if (this.isOpen(channel) && isOnTop(message)) this.channelPane.list.put(message);
    if (reply && this.threadPane.isShowing(channel, message.thread_ts)) this.threadPane.list.put(message);
    if (message.user === state.me.id && !message.bot_id) return this.countReply(channel, message, reply);
    this.countUnread(channel, message, reply);
    this.countReply(channel, message, reply);
    if (this.isOpen(channel) || this.threadPane.isShowing(channel, message.thread_ts)) announce(`${authorOf(message).name}: ${wordsOf(message.text)}`);
    return undefined;
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

  countReply(channel, message, reply) {
    const parent = reply && this.isOpen(channel) && !message.is_ephemeral && this.channelPane.list.find(message.thread_ts);
    if (!parent) return;
    if (parent.latest_reply && parent.latest_reply >= message.ts) return void this.channelPane.list.put(parent);
    const author = message.user ?? message.bot_id;
    this.channelPane.list.put({
      ...parent,
      reply_count: (parent.reply_count ?? 0) + 1,
      latest_reply: message.ts,
      reply_users: [...new Set([...(parent.reply_users ?? []), author])],
    });
  }

  changed({ channel, message }) {
    if (this.isOpen(channel) && this.channelPane.list.find(message.ts)) this.channelPane.list.put(message);
    const parent = message.thread_ts ?? message.ts;
    if (this.threadPane.isShowing(channel, parent) && this.threadPane.list.find(message.ts)) this.threadPane.list.put(message);
  }

  deleted(event) {
    const ts = event.deleted_ts ?? event.ts ?? event.message?.ts;
    if (this.isOpen(event.channel)) {
      this.channelPane.list.remove(ts);
      if (event.thread_ts && event.thread_ts !== ts) this.channelPane.refresh();
    }
    if (this.threadPane.isShowing(event.channel, ts)) publish("go", { thread: null });
    else if (!this.threadPane.node.hidden) this.threadPane.list.remove(ts);
  }

  connection(event) {
    if (event.connected === undefined) return reloadWorkspace();
    state.botIsListening = event.connected;
    return publish("status");
  }
}
