/** What can be done with a message: reply, edit, delete. The tools are made when a message is pointed at or focused. */
import { react } from "../api.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { attempt, notify } from "../notices.js";
import { state } from "../state.js";
import { emoji } from "../text/inline.js";
import { openMenu } from "./menu.js";
import { isEphemeral } from "./message.js";
import { startEdit } from "./message_editor.js";
import { remove } from "./message_removal.js";

const REACTIONS = ["+1", "tada", "eyes", "white_check_mark", "bulb", "heart"];

const isOwn = (message) => message.user === state.me.id && !message.bot_id && message.subtype !== "tombstone";

function copyLink(message, channel) {
  const thread = message.thread_ts && message.thread_ts !== message.ts ? `?thread_ts=${message.thread_ts}` : "";
  const address = `${location.origin}/archives/${channel}/p${message.ts.replace(".", "")}${thread}`;
  navigator.clipboard?.writeText(address).then(() => notify("Link copied.", "info"));
}

function tool(name, label, act) {
  return button("button.icon-button", { "aria-label": label, title: label, on: { click: act } }, icon(name));
}

function offerReactions(anchor, message, channel) {
  openMenu(
    anchor,
    REACTIONS.map((name) => ({
      label: [emoji(name), ` :${name}:`],
      choose: () => attempt(() => react({ as: state.me.id, channel, ts: message.ts, name })),
    })),
  );
}

function toolbar(message, article, setting) {
  const { channel, inThread, openThread } = setting;
  return el(
    "div.message-tools",
    { role: "toolbar", "aria-label": "Message" },
    !inThread && tool("reply", "Reply in thread", () => openThread(message.thread_ts ?? message.ts)),
    tool("smile", "React", (event) => offerReactions(event.currentTarget, message, channel)),
    tool("link", "Copy link", () => copyLink(message, channel)),
    isOwn(message) && tool("pencil", "Edit message", () => startEdit(message, article, channel)),
    isOwn(message) && tool("trash", "Delete message", () => remove(message, channel)),
  );
}

/** Adds the tools to `article` unless they are there. Private messages have none. */
export function offerTools(message, article, setting) {
  if (
    isEphemeral(message) ||
    message.subtype === "tombstone" ||
    article.querySelector(".message-tools, .editor")
  )
    return;
  article.append(toolbar(message, article, setting));
}

/** Takes the tools away again, unless the message is still in use. */
export function withdrawTools(article) {
  if (article.matches(":hover, :focus-within")) return;
  article.querySelector(".message-tools")?.remove();
}
