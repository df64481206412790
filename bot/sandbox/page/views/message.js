/** One message as it is read. */
import { react } from "../api.js";
import { renderAttachments } from "../blocks/attachments.js";
import { renderFiles } from "../blocks/files.js";
import { renderBlocks } from "../blocks/render.js";
import { displayName, userById } from "../directory.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { appFace, authorOf, personFace } from "../people.js";
import { state, threadKey } from "../state.js";
import { emoji } from "../text/inline.js";
import { mrkdwn } from "../text/mrkdwn.js";
import { ago, fullTimeOf, timeOf } from "../time.js";

const JUST_EMOJI = /^(?:\s*:[\w+-]+:\s*){1,6}$/;
const FACES_SHOWN = 4;

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

/** One face for each of the people who replied; the app has one, whatever id it replied under. */
function replyFaces(ids) {
  const people = ids.map(userById).filter((user) => user && !user.is_bot);
  const faces = people.slice(0, FACES_SHOWN).map(personFace);
  return people.length === ids.length ? faces : [...faces, appFace()];
}

function threadSummary(message, { channel, openThread }) {
  const unread = state.threadUnread.get(threadKey(channel, message.ts)) ?? 0;
  const count = `${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}`;
  return button(
    "button.thread-summary",
    { data: { focusKey: `thread/${message.ts}` }, on: { click: () => openThread(message.ts) } },
    el("span.faces", {}, replyFaces(message.reply_users ?? [])),
    el("strong", {}, count),
    unread > 0 && el("span.new-replies", {}, `${unread} new`),
    message.latest_reply && el("span.quiet", {}, `last reply ${ago(message.latest_reply)}`),
    el("span.summary-hint", { "aria-hidden": "true" }, "View thread", icon("next")),
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

function reactionButton(reaction, message, channel) {
  const own = reaction.users.includes(state.me.id);
  const names = reaction.users.map((id) => displayName(userById(id))).join(", ");
  const toggle = () =>
    attempt(() => react({ as: state.me.id, channel, ts: message.ts, name: reaction.name, remove: own }));
  return button(
    "button.reaction",
    {
      title: names,
      "aria-pressed": String(own),
      data: { focusKey: `reaction/${reaction.name}` },
      on: { click: toggle },
    },
    emoji(reaction.name),
    ` ${reaction.users.length}`,
  );
}

function reactionRow(message, { channel }) {
  return el(
    "div.reactions",
    {},
    message.reactions.map((reaction) => reactionButton(reaction, message, channel)),
  );
}

function privateNote() {
  return el("div.private-note", {}, icon("eye"), "Only visible to you");
}

/**
 * The article of one message. `setting` says where it stands: `channel`, `inThread`, `openThread(ts)`.
 * With `follows`, it continues a group: face and name are left out.
 */
export function messageElement(message, setting, follows) {
  const author = authorOf(message);
  const stamp = el(
    "time.gutter-time",
    { title: fullTimeOf(message.ts) },
    timeOf(message.ts).replace(/\s?[AP]M$/i, ""),
  );
  const classes = ["message", follows && "follows", isEphemeral(message) && "private"]
    .filter(Boolean)
    .join(".");
  return el(
    `article.${classes}`,
    { tabindex: -1, "aria-label": `${author.name}, ${timeOf(message.ts)}`, data: { ts: message.ts } },
    isEphemeral(message) && privateNote(),
    el("div.message-side", {}, follows ? stamp : author.face()),
    el(
      "div.message-body",
      {},
      !follows && head(author, message),
      broadcastNote(message, setting),
      withEditMark(el("div.message-content", {}, content(message, setting.channel)), message),
      message.reactions?.length ? reactionRow(message, setting) : null,
      !setting.inThread && message.reply_count > 0 && threadSummary(message, setting),
    ),
  );
}
