/** What can be done with a message, by pointing at it or by a key while it has the focus. */
import { pin } from "../api.js";
import { shortcuts } from "../directory.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { announce, attempt, notify } from "../notices.js";
import { state } from "../state.js";
import { emoji } from "../text/inline.js";
import { unreadFrom } from "../unread.js";
import { pickEmoji, recentEmoji } from "./emoji_picker.js";
import { openMenu } from "./menu.js";
import { isEphemeral, isMove } from "./message.js";
import { startEdit } from "./message_editor.js";
import { remove } from "./message_removal.js";
import { setReaction } from "./reactions.js";
import { runShortcut } from "./shortcut.js";

const QUICK_REACTIONS = 2;

/** One message in its place, and the acts that it allows. */
class Handle {
  constructor(message, article, setting) {
    Object.assign(this, { message, article, ...setting });
  }

  get isOwn() {
    return this.message.user === state.me.id && !this.message.bot_id && !isMove(this.message);
  }

  get isPinned() {
    return Boolean(this.message.pinned_to?.includes(this.channel));
  }

  get parent() {
    const { thread_ts: thread, ts } = this.message;
    return thread && thread !== ts ? thread : null;
  }

  reply() {
    if (!this.inThread) this.openThread(this.message.thread_ts ?? this.message.ts);
  }

  react(anchor = this.article) {
    pickEmoji(anchor, (name) => setReaction(this.message, this.channel, name));
  }

  edit() {
    if (this.isOwn) startEdit(this.message, this.article, this.channel);
  }

  remove() {
    if (this.isOwn) remove(this.message, this.channel);
  }

  async copyLink() {
    const thread = this.parent ? `?thread_ts=${this.parent}` : "";
    const address = `${location.origin}/archives/${this.channel}/p${this.message.ts.replace(".", "")}${thread}`;
    await navigator.clipboard?.writeText(address);
    notify("Link copied.", "info");
  }

  togglePin() {
    const { isPinned: remove, channel } = this;
    return attempt(() => pin({ as: state.me.id, channel, ts: this.message.ts, remove }));
  }

  async markUnread() {
    const thread = this.inThread ? (this.message.thread_ts ?? this.message.ts) : undefined;
    if (await unreadFrom({ channel: this.channel, ts: this.message.ts, thread }))
      announce("Unread from here.");
    if (!this.inThread) this.markedUnread?.(this.message.ts);
  }

  menu(anchor = this.article) {
    const one = (label, sign, choose, more = {}) => ({ label: [label], icon: icon(sign), choose, ...more });
    const own = shortcuts("message").map((shortcut) =>
      one(
        shortcut.name,
        "bolt",
        () => runShortcut(shortcut, { channel: this.channel, ts: this.message.ts }),
        shortcut.description && { note: [shortcut.description] },
      ),
    );
    openMenu(anchor, [
      one("Copy link", "link", () => this.copyLink()),
      one("Mark unread from here", "eye", () => this.markUnread()),
      one(this.isPinned ? "Unpin from the channel" : "Pin to the channel", "pin", () => this.togglePin()),
      ...own,
      ...(this.isOwn ? [one("Delete message", "trash", () => this.remove(), { danger: true })] : []),
    ]);
  }
}

const KEYS = {
  r: "reply",
  e: "edit",
  l: "copyLink",
  p: "togglePin",
  u: "markUnread",
  m: "menu",
  Delete: "remove",
  "+": "react",
};

function tool(label, sign, act) {
  return button(
    "button.icon-button",
    { "aria-label": label, title: label, on: { click: (event) => act(event.currentTarget) } },
    icon(sign),
  );
}

function quickReaction(handle, name) {
  const label = `React with ${name.replaceAll("_", " ")}`;
  return button(
    "button.icon-button.quick-reaction",
    {
      "aria-label": label,
      title: label,
      on: { click: () => setReaction(handle.message, handle.channel, name) },
    },
    emoji(name),
  );
}

function toolbar(handle) {
  return el(
    "div.message-tools",
    { role: "toolbar", "aria-label": "Message" },
    recentEmoji()
      .slice(0, QUICK_REACTIONS)
      .map((name) => quickReaction(handle, name)),
    tool("Find a reaction", "smile", (anchor) => handle.react(anchor)),
    !handle.inThread && tool("Reply in thread", "reply", () => handle.reply()),
    handle.isOwn && tool("Edit message", "pencil", () => handle.edit()),
    tool("More actions", "dots", (anchor) => handle.menu(anchor)),
  );
}

const hasTools = (message) => !isEphemeral(message) && message.subtype !== "tombstone";

/** Adds the tools to `article` unless they are there. Private messages have none. */
export function offerTools(message, article, setting) {
  if (!hasTools(message) || article.querySelector(".message-tools, .editor")) return;
  article.append(toolbar(new Handle(message, article, setting)));
}

/** Takes the tools away again, unless the message or a menu of it is still in use. */
export function withdrawTools(article) {
  if (article.matches(":hover, :focus-within") || document.querySelector(".menu:popover-open")) return;
  article.querySelector(".message-tools")?.remove();
}

/** Does what the key stands for, with the message that has the focus; whether it was such a key. */
export function takeMessageKey(event, message, article, setting) {
  const act = KEYS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey || !hasTools(message)) return false;
  event.preventDefault();
  new Handle(message, article, setting)[act]();
  return true;
}
