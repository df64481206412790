/** One message as it is read. */
import { dismiss } from "../api.js";
import { renderAttachments } from "../blocks/attachments.js";
import { renderFiles } from "../blocks/files.js";
import { renderBlocks } from "../blocks/render.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { authorOf } from "../people.js";
import { state } from "../state.js";
import { mrkdwn } from "../text/mrkdwn.js";
import { fullTimeOf, timeOf } from "../time.js";
import { reactionRow } from "./reactions.js";
import { threadSummary } from "./thread_summary.js";

const JUST_EMOJI = /^(?:\s*:[\w+-]+:\s*){1,6}$/;

/** Whether the message is seen by one person only. */
export const isEphemeral = (message) => Boolean(message.is_ephemeral) || message.subtype === "ephemeral";

const isGrave = (message) => message.subtype === "tombstone";
const MOVES = /^(channel|group)_(join|leave|topic|purpose|name|archive|unarchive|convert_to_private)$|^pinned_item$/;

/** Whether the message only notes what happened to the channel. */
export const isMove = (message) => MOVES.test(message.subtype ?? "");

function content(message, channel) {
  if (isGrave(message)) return el("p.grave", {}, icon("trash"), "This message was deleted.");
  const surface = { container: { channel, ts: message.ts }, files: message.files };
  const text = () =>
    el(
      "div.text",
      { data: { large: JUST_EMOJI.test(message.text ?? ""), move: isMove(message) } },
      ...mrkdwn(message.text ?? ""),
    );
  return [
    message.blocks?.length ? renderBlocks(message.blocks, surface) : message.text && text(),
    message.files?.length ? renderFiles(message.files) : null,
    message.attachments?.length ? renderAttachments(message.attachments, surface) : null,
    message.streaming_state === "in_progress" && streamingMark(),
  ];
}

/** Says that more of the message is on its way. */
const streamingMark = () => el("div.streaming", { role: "status" }, el("span.visually-hidden", {}, "Still writing…"));

/** Puts "(edited)" behind the last words of an edited message. */
function withEditMark(node, { edited, ts }) {
  const last = node.querySelector(":scope > .text > .lines:last-child") ?? node;
  if (edited) last.append(" ", el("span.edited", { title: fullTimeOf(edited.ts ?? ts) }, "(edited)"));
  return node;
}

function head(author, message) {
  return el(
    "div.message-head",
    {},
    el("span.author", {}, author.name),
    author.isApp && el("span.badge", { title: "Posted by an app" }, "APP"),
    el(
      "time.time",
      { title: fullTimeOf(message.ts), datetime: new Date(Number(message.ts) * 1000).toISOString() },
      timeOf(message.ts),
    ),
  );
}

function broadcastNote(message, { inThread, openThread }) {
  if (message.subtype !== "thread_broadcast" || inThread) return null;
  return button(
    "button.link-button.broadcast-note",
    { on: { click: () => openThread(message.thread_ts) } },
    icon("reply"),
    "replied to a thread",
  );
}

function privateNote(message, channel) {
  const drop = () => attempt(() => dismiss({ as: state.me.id, channel, ts: message.ts }));
  return el(
    "div.private-note",
    {},
    icon("eye"),
    "Only visible to you",
    button("button.link-button", { on: { click: drop } }, "Dismiss"),
  );
}

function pinnedNote() {
  return el("div.pinned-note", {}, icon("pin"), "Pinned");
}

/**
 * The article of one message. `setting` says where it stands: `channel`, `inThread`, `openThread(ts)`.
 * With `follows`, it continues a group: face and name are left out.
 */
export function messageElement(message, setting, follows) {
  const author = authorOf(message);
  const isPinned = message.pinned_to?.includes(setting.channel);
  const stamp = el(
    "time.gutter-time",
    { title: fullTimeOf(message.ts) },
    timeOf(message.ts).replace(/\s?[AP]M$/i, ""),
  );
  const classes = ["message", follows && "follows", isEphemeral(message) && "private", isPinned && "pinned"]
    .filter(Boolean)
    .join(".");
  return el(
    `article.${classes}`,
    { tabindex: -1, "aria-label": `${author.name}, ${timeOf(message.ts)}`, data: { ts: message.ts } },
    isEphemeral(message) && privateNote(message, setting.channel),
    isPinned && pinnedNote(),
    el("div.message-side", {}, follows ? stamp : author.face()),
    el(
      "div.message-body",
      {},
      !follows && head(author, message),
      broadcastNote(message, setting),
      withEditMark(el("div.message-content", {}, content(message, setting.channel)), message),
      message.reactions?.length ? reactionRow(message, setting.channel) : null,
      !setting.inThread && message.reply_count > 0 && threadSummary(message, setting),
    ),
  );
}
