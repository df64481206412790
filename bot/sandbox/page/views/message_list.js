/** The messages of a channel or a thread: drawn once, then patched message by message. */
import { button, el, replaceKeepingFocus } from "../dom.js";
import { icon } from "../icons.js";
import { authorOf } from "../people.js";
import { dayKey, dayName } from "../time.js";
import { isEphemeral, messageElement } from "./message.js";
import { startEdit } from "./message_editor.js";
import { offerTools, withdrawTools } from "./message_tools.js";

const GROUP_SECONDS = 300;
const DRAWN_AT_FIRST = 120;
const DRAWN_MORE = 120;
const MOST_DRAWN = 400;
const AT_END_PX = 60;

function continues(message, before) {
  return (
    Boolean(before) &&
    authorOf(message).key === authorOf(before).key &&
    Number(message.ts) - Number(before.ts) < GROUP_SECONDS &&
    dayKey(message.ts) === dayKey(before.ts) &&
    isEphemeral(message) === isEphemeral(before) &&
    message.subtype !== "thread_broadcast" &&
    !(before.reply_count > 0)
  );
}

const dayDivider = (ts) => el("div.day", { role: "separator" }, el("span", {}, dayName(ts)));

export class MessageList {
  /** `label` names the list; `setting` goes to every message; `intro()` draws what stands above the first one. */
  constructor({ label, setting, intro }) {
    Object.assign(this, { setting, intro, messages: [], items: new Map(), first: 0 });
    this.list = el("ol.messages", { "aria-label": label });
    this.top = el("div.list-top");
    this.replies = el("div.replies", { "aria-hidden": "true" });
    this.jump = button(
      "button.jump",
      { hidden: true, on: { click: () => this.toEnd() } },
      icon("down"),
      "New messages",
    );
    this.scroller = el("div.scroller", { tabindex: 0 }, el("div.scroll-fill"), this.top, this.list);
    this.node = el("div.message-list", {}, this.scroller, this.jump);
    this.listen();
  }

  listen() {
    const toolsFor = (event, act) => {
      const article = event.target.closest?.("article.message");
      const message = article && this.find(article.dataset.ts);
      if (message) act(message, article);
    };
    const offer = (event) => toolsFor(event, (message, article) => offerTools(message, article, this.setting));
    const withdraw = (event) =>
      toolsFor(event, (message, article) => requestAnimationFrame(() => withdrawTools(article)));
    this.list.addEventListener("pointerover", offer);
    this.list.addEventListener("focusin", offer);
    this.list.addEventListener("pointerout", withdraw);
    this.list.addEventListener("focusout", withdraw);
    this.list.addEventListener("editleft", ({ target }) => this.redraw(this.indexOf(target.dataset.ts)));
    this.scroller.addEventListener("keydown", (event) => this.moveBetween(event));
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.pinned && this.toEnd()).observe(this.list);
    new ResizeObserver(() => this.pinned && this.toEnd()).observe(this.scroller);
  }

  /** Shows `messages` (oldest first) in place of what was shown, scrolled to the end. */
  show(messages) {
    this.messages = [...messages].sort((one, other) => (one.ts < other.ts ? -1 : 1));
    this.first = Math.max(0, this.messages.length - DRAWN_AT_FIRST);
    this.items.clear();
    this.list.replaceChildren(...this.messages.slice(this.first).map((_, at) => this.draw(this.first + at)));
    this.drawTop();
    this.countReplies();
    this.toEnd();
  }

  /** Takes in the messages read again after a break, keeping the place where the person reads. */
  refresh(messages) {
    const standing = new Set(messages.map((message) => message.ts));
    for (const { ts } of [...this.messages]) if (!standing.has(ts)) this.remove(ts);
    for (const message of messages)
      if (JSON.stringify(this.find(message.ts)) !== JSON.stringify(message)) this.put(message);
  }

  find(ts) {
    return this.messages[this.indexOf(ts)];
  }

  indexOf(ts) {
    return this.messages.findLastIndex((message) => message.ts === ts);
  }

  /** Adds a message, or draws it again if it is there. */
  put(message) {
    const at = this.indexOf(message.ts);
    if (at >= 0) {
      this.messages[at] = message;
      return this.redraw(at);
    }
    const place = this.messages.findLastIndex((each) => each.ts < message.ts) + 1;
    this.messages.splice(place, 0, message);
    this.countReplies();
    if (place < this.first) this.first += 1;
    else this.insert(place);
    return undefined;
  }

  /** Takes a message away. */
  remove(ts) {
    const at = this.indexOf(ts);
    if (at < 0) return;
    this.messages.splice(at, 1);
    this.items.get(ts)?.remove();
    this.items.delete(ts);
    if (at < this.first) this.first -= 1;
    this.redraw(at);
    this.drawTop();
    this.countReplies();
  }

  draw(at) {
    const message = this.messages[at];
    const before = this.messages[at - 1];
    const newDay = !before || dayKey(before.ts) !== dayKey(message.ts);
    const firstReply = this.setting.inThread && at === 1;
    const follows = !firstReply && continues(message, before);
    const item = el(
      "li",
      {},
      firstReply && this.replies,
      newDay && dayDivider(message.ts),
      messageElement(message, this.setting, follows),
    );
    this.items.set(message.ts, item);
    return item;
  }

  redraw(at) {
    const old = at >= this.first && this.messages[at] && this.items.get(this.messages[at].ts);
    if (!old || old.querySelector(".editor")) return;
    replaceKeepingFocus(old, this.draw(at));
  }

  insert(at) {
    const pinned = this.atEnd();
    const next = this.messages[at + 1];
    const successor = next ? this.items.get(next.ts) : null;
    const item = this.draw(at);
    item.classList.add("arriving");
    this.list.insertBefore(item, successor ?? null);
    if (next) this.redraw(at + 1);
    if (this.messages.length === 1) this.drawTop();
    this.trim(pinned);
    if (pinned) this.toEnd();
    else if (!next) this.jump.hidden = false;
  }

  trim(pinned) {
    if (!pinned || this.messages.length - this.first <= MOST_DRAWN) return;
    const until = this.messages.length - DRAWN_AT_FIRST;
    for (const { ts } of this.messages.slice(this.first, until)) {
      this.items.get(ts)?.remove();
      this.items.delete(ts);
    }
    this.first = until;
    this.drawTop();
  }

  countReplies() {
    const count = this.messages.length - 1;
    this.replies.textContent = `${count} ${count === 1 ? "reply" : "replies"}`;
  }

  drawTop() {
    const earlier = this.first > 0;
    this.top.replaceChildren(
      ...(earlier
        ? [el("p.quiet", {}, "Earlier messages are above")]
        : [this.intro?.(this.messages.length)].filter(Boolean)),
    );
  }

  earlier() {
    const from = Math.max(0, this.first - DRAWN_MORE);
    const height = this.scroller.scrollHeight - this.scroller.scrollTop;
    const drawn = this.messages.slice(from, this.first).map((_, at) => this.draw(from + at));
    this.first = from;
    this.list.prepend(...drawn);
    this.drawTop();
    this.scroller.scrollTop = this.scroller.scrollHeight - height;
  }

  scrolled() {
    this.pinned = this.atEnd();
    if (this.pinned) this.jump.hidden = true;
    if (this.first > 0 && this.scroller.scrollTop < 200) this.earlier();
  }

  atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < AT_END_PX;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.pinned = true;
    this.jump.hidden = true;
  }

  /** Brings the message at `ts` into view and marks it for a moment; false where it is not shown. */
  reveal(ts) {
    while (this.first > 0 && this.indexOf(ts) >= 0 && this.indexOf(ts) < this.first) this.earlier();
    const article = this.items.get(ts)?.querySelector("article");
    if (!article) return false;
    article.scrollIntoView({ block: "center" });
    article.classList.add("revealed");
    article.addEventListener("animationend", () => article.classList.remove("revealed"), { once: true });
    return true;
  }

  /** Opens the person's own last message for editing; false where there is none. */
  editLast(userId) {
    const message = this.messages.findLast(
      (each) => each.user === userId && !each.bot_id && each.subtype !== "tombstone",
    );
    const article = message && this.items.get(message.ts)?.querySelector("article");
    if (article) startEdit(message, article, this.setting.channel);
    return Boolean(article);
  }

  moveBetween(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const current = document.activeElement;
    const onList = current === this.scroller || current.matches("article.message");
    if (!step || event.altKey || !onList) return;
    event.preventDefault();
    const articles = [...this.list.querySelectorAll("article.message")];
    const from = articles.indexOf(current);
    const next = from < 0 ? articles.at(-1) : articles[from + step];
    next?.focus();
  }
}
