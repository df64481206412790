/** The line under a message that says what its thread holds. */
import { following } from "../clock.js";
import { userById } from "../directory.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { appFace, personFace } from "../people.js";
import { state, threadKey } from "../state.js";
import { lastReplyWords } from "../time.js";

const FACES_SHOWN = 4;

/** One face for each of the people who replied; the app has one, whatever id it replied under. */
function replyFaces(ids) {
  const people = ids.map(userById).filter((user) => user && !user.is_bot);
  const faces = people.slice(0, FACES_SHOWN).map(personFace);
  return people.length === ids.length ? faces : [...faces, appFace()];
}

const lastReply = (ts) => following(el("span.quiet"), () => `Last reply ${lastReplyWords(ts)}`);

/** The button that opens the thread of `message`, with faces, counts and the time of the last reply. */
export function threadSummary(message, { channel, openThread }) {
  const unread = state.threadUnread.get(threadKey(channel, message.ts)) ?? 0;
  const count = `${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}`;
  return button(
    "button.thread-summary",
    { data: { focusKey: `thread/${message.ts}` }, on: { click: () => openThread(message.ts) } },
    el("span.faces", {}, replyFaces(message.reply_users ?? [])),
    el("strong", {}, count),
    unread > 0 && el("span.new-replies", {}, `${unread} new`),
    message.latest_reply && lastReply(message.latest_reply),
    el("span.summary-hint", { "aria-hidden": "true" }, "View thread", icon("next")),
  );
}
