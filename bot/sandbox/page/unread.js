/** What the person has not read, as the sandbox counts it, and telling it what they have read. */
import { markRead, readUnread } from "./api.js";
import { attempt } from "./notices.js";
import { publish, state, threadKey } from "./state.js";

const SOON_MS = 80;
let timer = null;

async function read() {
  timer = null;
  const { me } = state;
  const answer = await attempt(() => readUnread(me.id));
  if (!answer || me !== state.me) return;
  const before = state.threadUnread;
  state.unread = new Map(Object.entries(answer.channels));
  state.threadUnread = new Map(Object.entries(answer.threads));
  publish("unread");
  publish("threads", changed(before, state.threadUnread));
}

/** The threads whose count is another one now. */
function changed(before, after) {
  const keys = new Set([...before.keys(), ...after.keys()]);
  const differing = [...keys].filter((key) => before.get(key) !== after.get(key));
  return differing.map((key) => ({ channel: key.split("/")[0], ts: key.split("/")[1] }));
}

/** Counts again soon; many calls in a row count once. */
export function recount() {
  timer ??= setTimeout(read, SOON_MS);
}

const marks = new Map();

/** Marks a channel, or a thread in it, as read up to `ts`: at once, and the latest again after that. */
export async function readUpTo({ channel, ts, thread }) {
  const key = `${state.me.id}/${threadKey(channel, thread ?? "")}`;
  const held = marks.get(key) ?? { sent: "" };
  marks.set(key, held);
  held.wanted = ts;
  if (held.busy) return;
  held.busy = true;
  while (held.sent !== held.wanted) {
    held.sent = held.wanted;
    await attempt(() => markRead({ as: state.me.id, channel, ts: held.sent, thread_ts: thread }));
  }
  held.busy = false;
}

/** Sets the mark back to just before a message, so that it and what follows are new again. */
export function unreadFrom({ channel, ts, thread }) {
  const earlier = String(BigInt(ts.replace(".", "")) - 1n).padStart(7, "0");
  const before = `${earlier.slice(0, -6)}.${earlier.slice(-6)}`;
  marks.delete(`${state.me.id}/${threadKey(channel, thread ?? "")}`);
  return attempt(() => markRead({ as: state.me.id, channel, ts: before, thread_ts: thread }));
}
