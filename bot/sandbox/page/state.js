/** What the page is showing, and who wants to hear when it changes. */

export const state = {
  me: null,
  place: { view: "messages", channel: null, thread: null },
  unread: new Map(),
  threadUnread: new Map(),
  botIsListening: true,
  streamIsOpen: true,
};

const listeners = new Map();

/** Calls `listener` with the detail of every later publication on `topic`. */
export function subscribe(topic, listener) {
  if (!listeners.has(topic)) listeners.set(topic, new Set());
  listeners.get(topic).add(listener);
}

/** Tells every listener of `topic`. */
export function publish(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

/** The key under which the unread replies of one thread are counted. */
export function threadKey(channel, ts) {
  return `${channel}/${ts}`;
}
