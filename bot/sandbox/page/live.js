/** What each live event changes on the page. */
import { openAnew } from "./address.js";
import { readModals, readWorkspace } from "./api.js";
import { askTime, setClock } from "./clock.js";
import { fill, findChannel, isMember } from "./directory.js";
import { announce, attempt, notify } from "./notices.js";
import { authorOf } from "./people.js";
import { publish, state } from "./state.js";
import { wordsOf } from "./text/mrkdwn.js";
import { recount } from "./unread.js";

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

/** What is told about messages; it waits while a part of the page is being read, lest the answer overwrite it. */
const ABOUT_MESSAGES = new Set(["message", "ephemeral", "message_changed", "reaction", "message_deleted"]);

const isReply = (message) => Boolean(message.thread_ts) && message.thread_ts !== message.ts;
const isOnTop = (message) => !isReply(message) || message.subtype === "thread_broadcast";

export class Live {
  /** Patches `channelPane` and `threadPane` as events come in. */
  constructor(channelPane, threadPane) {
    Object.assign(this, { channelPane, threadPane, reads: 0, waiting: [] });
    this.kinds = {
      message: (event) => this.arrived(event),
      ephemeral: (event) => this.arrived(event),
      message_changed: (event) => this.changed(event),
      reaction: (event) => this.changed(event),
      message_deleted: (event) => this.deleted(event),
      channel: (event) => (event.reset ? openAnew() : reloadWorkspace()),
      user: () => reloadWorkspace(),
      usergroup: () => reloadWorkspace(),
      read: () => recount(),
      thread_status: (event) => publish("thread_status", event),
      warning: (event) => notify(event.text ?? event.detail ?? "The app did not respond."),
      resync: () => this.resync(),
      connected: (event) => this.connection(event),
      clock: (event) => setClock(event),
      home: (event) => publish("home", event.view),
      modal: (event) => (event.views ? publish("modals", event.views) : reloadModals()),
    };
  }

  /** Takes in one event of the stream; kinds that the page does not know are let go. */
  take(event) {
    if (this.reads && ABOUT_MESSAGES.has(event.kind)) this.waiting.push(event);
    else this.kinds[event.kind]?.(event);
  }

  /** Runs `act`, which reads and draws a part of the page; what comes about messages meanwhile is drawn after it. */
  async waitFor(act) {
    this.reads += 1;
    try {
      await act();
    } finally {
      this.reads -= 1;
      if (!this.reads) for (const event of this.waiting.splice(0)) this.take(event);
    }
  }

  /** Reads everything on screen again, after events were missed. */
  resync() {
    reloadWorkspace();
    reloadModals();
    askTime();
    recount();
    this.channelPane.refresh();
    this.threadPane.refresh();
  }

  isOpen(channel) {
    return this.channelPane.channel?.id === channel && state.place.view === "messages";
  }

  async arrived(event) {
    const { channel, message } = event;
    if (!findChannel(channel, state.me)) await reloadWorkspace();
    if (this.isOpen(channel) && isOnTop(message)) this.channelPane.list.put(message);
    if (this.isInOpenThread(channel, message)) this.threadPane.list.put(message);
    if (message.user !== state.me.id || message.bot_id) this.notice(channel, message);
    this.drawParent(event);
  }

  isInOpenThread(channel, message) {
    return isReply(message) && this.threadPane.isShowing(channel, message.thread_ts);
  }

  /** Says aloud what somebody else wrote where it is on screen; elsewhere it is counted as unread. */
  notice(channel, message) {
    if (!isMember(findChannel(channel, state.me), state.me)) return;
    const onScreen = isReply(message) ? this.isInOpenThread(channel, message) : this.isOpen(channel);
    if (onScreen) announce(`${authorOf(message).name}: ${wordsOf(message.text)}`);
    recount();
  }

  /** Draws the summary of a thread again after something in it came, changed or went. */
  drawParent({ channel, parent }) {
    if (parent && this.isOpen(channel) && this.channelPane.list.find(parent.ts))
      this.channelPane.list.put(parent);
  }

  changed(event) {
    const { channel, message } = event;
    if (this.isOpen(channel) && this.channelPane.list.find(message.ts)) this.channelPane.list.put(message);
    const parent = message.thread_ts ?? message.ts;
    if (this.threadPane.isShowing(channel, parent) && this.threadPane.list.find(message.ts))
      this.threadPane.list.put(message);
    this.drawParent(event);
  }

  deleted(event) {
    recount();
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
