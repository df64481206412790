/** How much is new in a channel, beside its name. */
import { el } from "../dom.js";
import { state } from "../state.js";

const NOTHING_NEW = { unread: 0, mentions: 0, unread_replies: 0 };

/** What is new in a channel, as the sandbox counts it. */
export const newIn = (channelId) => state.unread.get(channelId) ?? NOTHING_NEW;

/** In words for screen readers; a number on screen only where the person is called. */
export function unreadMark({ unread, mentions, unread_replies: replies }) {
  const words = [unread && `${unread} unread`, replies && `${replies} new in threads`].filter(Boolean).join(", ");
  return [
    mentions > 0 && el("span.unread-count", { "aria-hidden": "true" }, String(mentions)),
    words && el("span.visually-hidden", {}, ` (${words})`),
  ];
}
