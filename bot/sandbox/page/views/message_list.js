/** The messages of a channel or a thread: a stretch of them is drawn, moves as one scrolls, and is patched message by message. */
import { following } from "../clock.js";
import { app } from "../directory.js";
import { button, el, replaceKeepingFocus } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { authorOf } from "../people.js";
import { state } from "../state.js";
import { Stretch } from "../stretch.js";
import { dayKey, dayName } from "../time.js";
import { isEphemeral, isMove, messageElement } from "./message.js";
import { startEdit } from "./message_editor.js";
import { offerTools, takeMessageKey, withdrawTools } from "./message_tools.js";
import { NewMark } from "./new_mark.js";

const GROUP_SECONDS = 300;
const PAGE = 80;
const MOST_DRAWN = 240;
const AT_END_PX = 60;
const NEAR_EDGE_PX = 300;
const FAR_FROM_END_PX = 2000;

function continues(message, before) {
  return (
    Boolean(before) &&
    authorOf(message).key === authorOf(before).key &&
    Number(message.ts) - Number(before.ts) < GROUP_SECONDS &&
    dayKey(message.ts) === dayKey(before.ts) &&
    isEphemeral(message) === isEphemeral(before) &&
    !isMove(message) &&
    !isMove(before) &&
    message.subtype !== "thread_broadcast" &&
    !message.pinned_to?.length &&
    !(before.reply_count > 0)
  );
}

const dayDivider = (ts) => el("div.day", { role: "separator" }, following(el("span"), () => dayName(ts)));

/** The timestamp one microsecond earlier. */
function justBefore(ts) {
  const micros = String(BigInt(ts.replace(".", "")) - 1n).padStart(7, "0");
  return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
}

export class MessageList {
  /**
   * `label` names the list; `setting` goes to every message; `read({ before | after | around, limit })` gets more of
   * it; `intro()` draws what stands above the first message; `onSeen(ts)` hears up to where the person has read.
   */
  constructor({ label, setting, read, intro, onSeen }) {
    Object.assign(this, { setting, read, intro, onSeen, stretch: new Stretch(), items: new Map(), shows: 0 });
    this.list = el("ol.messages", { "aria-label": label });
    this.top = el("div.list-top");
    this.replies = el("div.replies", { "aria-hidden": "true" });
    this.jumpWords = el("span");
    this.jump = button(
      "button.jump",
      { hidden: true, on: { click: () => this.toLatest() } },
      icon("down"),
      this.jumpWords,
    );
    this.scroller = el("div.scroller", { tabindex: 0 }, el("div.scroll-fill"), this.top, this.list);
    this.newMark = new NewMark((ts) => this.reveal(ts, { mark: false }));
    this.node = el("div.message-list", {}, this.newMark.banner, this.scroller, this.jump);
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
    this.list.addEventListener("editleft", ({ target }) =>
      this.redraw(this.stretch.indexOf(target.dataset.ts)),
    );
    this.scroller.addEventListener("keydown", (event) => this.takeKey(event));
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    document.addEventListener("visibilitychange", () => this.seen());
    const stay = () => this.pinned && this.toEnd();
    new ResizeObserver(stay).observe(this.list);
    new ResizeObserver(stay).observe(this.scroller);
  }

  /** Shows what the sandbox answered in place of what was shown, scrolled to its end. */
  show(answer) {
    this.shows += 1;
    this.held = false;
    this.stretch.reset(answer);
    this.items.clear();
    this.list.replaceChildren(...this.stretch.messages.map((_, at) => this.draw(at)));
    this.newMark.begin(answer.last_read, answer.channel?.unread ?? 0);
    this.drawEnds();
    this.toEnd();
    this.seen();
  }

  /** Reads the newest stretch and shows it. */
  async showLatest() {
    const answer = await attempt(() => this.read({ limit: PAGE }));
    if (answer) this.show(answer);
    return Boolean(answer);
  }

  /** Reads what is drawn once more, after a break, keeping the place where the person reads. */
  async refresh() {
    const { first, hasLater, length } = this.stretch;
    if (!first || !hasLater) await this.renew({ limit: Math.max(PAGE, length) });
    else await this.renew({ after: justBefore(first.ts), limit: length });
  }

  async renew(which) {
    const shows = this.shows;
    const answer = await attempt(() => this.read(which));
    if (!answer || shows !== this.shows) return;
    const standing = new Set(answer.messages.map((message) => message.ts));
    const [from, until] = [answer.messages[0]?.ts ?? "0", answer.messages.at(-1)?.ts ?? "9"];
    for (const { ts } of [...this.stretch.messages])
      if (!standing.has(ts) && (ts >= from || !answer.has_more) && (ts <= until || !answer.has_newer))
        this.remove(ts);
    for (const message of answer.messages)
      if (JSON.stringify(this.find(message.ts)) !== JSON.stringify(message)) this.put(message);
  }

  find(ts) {
    return this.stretch.messages[this.stretch.indexOf(ts)];
  }

  /** Adds a message, or draws it again if it is there. */
  put(message) {
    const pinned = this.atEnd();
    const place = this.stretch.put(message);
    if (!place) return this.offerJump("New messages");
    if (!place.isNew) return this.redrawInPlace(place.at);
    this.insert(place.at, pinned);
    return undefined;
  }

  /** Takes a message away. */
  remove(ts) {
    const at = this.stretch.remove(ts);
    if (at < 0) return;
    this.forget([{ ts }]);
    this.redraw(at);
    this.drawEnds();
  }

  /** The names under which an app spoke here, each with a face. */
  personas() {
    const spoken = this.stretch.messages.filter((message) => message.bot_id && message.username).map(authorOf);
    return [...new Map(spoken.map((author) => [author.name, author])).values()].filter(
      ({ name }) => name !== app().name,
    );
  }

  /** Draws the message at `ts` again, if it is drawn. */
  refreshOne(ts) {
    this.redraw(this.stretch.indexOf(ts));
  }

  draw(at) {
    const message = this.stretch.messages[at];
    const before = this.stretch.messages[at - 1];
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
    const message = this.stretch.messages[at];
    const old = message && this.items.get(message.ts);
    if (!old || old.querySelector(".editor")) return;
    replaceKeepingFocus(old, this.draw(at));
    this.newMark.place(this.stretch, this.items);
  }

  /** Draws again what stands above the view without moving what the person looks at. */
  redrawInPlace(at) {
    const edge = this.scroller.getBoundingClientRect().top;
    const bottom = this.items.get(this.stretch.messages[at].ts)?.getBoundingClientRect().bottom;
    if (bottom <= edge) this.keepingPlace(() => this.redraw(at));
    else this.redraw(at);
  }

  insert(at, pinned) {
    const message = this.stretch.messages[at];
    const next = this.stretch.messages[at + 1];
    const item = this.draw(at);
    item.classList.add("arriving");
    this.list.insertBefore(item, next ? this.items.get(next.ts) : null);
    if (next) this.redraw(at + 1);
    const own = message.user === state.me.id;
    if (own) this.held = false;
    if (own || (pinned && !document.hidden)) this.newMark.readUpTo(message.ts, { clear: own });
    if (pinned) this.forget(this.stretch.keepLast(MOST_DRAWN));
    this.drawEnds();
    if (pinned && !own && !next && item.offsetHeight > this.scroller.clientHeight) this.toBeginningOf(item);
    else if (pinned || (own && !next)) this.toEnd();
    else if (!next) this.offerJump("New messages");
    this.seen();
  }

  forget(messages) {
    for (const { ts } of messages) {
      this.items.get(ts)?.remove();
      this.items.delete(ts);
    }
  }

  drawEnds() {
    const count = this.stretch.messages.filter((message) => !message.is_ephemeral).length - 1;
    this.replies.textContent = `${count} ${count === 1 ? "reply" : "replies"}`;
    const above = this.stretch.hasEarlier
      ? el("p.quiet", {}, "Earlier messages are on their way…")
      : this.intro?.();
    this.top.replaceChildren(...(above ? [above] : []));
    this.newMark.place(this.stretch, this.items);
  }

  /** Makes `change` to the rows without moving what the person looks at. */
  keepingPlace(change) {
    const edge = this.scroller.getBoundingClientRect().top;
    const anchor = [...this.list.children].find((item) => item.getBoundingClientRect().bottom > edge);
    const ts = anchor?.querySelector("article")?.dataset.ts;
    const before = anchor?.getBoundingClientRect().bottom;
    change();
    const after = this.items.get(ts)?.getBoundingClientRect().bottom;
    if (after !== undefined) this.scroller.scrollTop += after - before;
  }

  /** Reads more at one end ("before" or "after") and lets go of as much at the other. */
  async extend(side) {
    const edge = side === "before" ? this.stretch.first : this.stretch.last;
    if (this.extending || !edge) return;
    const shows = this.shows;
    this.extending = true;
    const answer = await attempt(() => this.read({ [side]: edge.ts, limit: PAGE }));
    this.extending = false;
    if (!answer || shows !== this.shows) return;
    this.keepingPlace(() => (side === "before" ? this.addEarlier(answer) : this.addLater(answer)));
    this.drawEnds();
  }

  addEarlier(answer) {
    const added = this.stretch.addEarlier(answer);
    this.list.prepend(...added.map((_, at) => this.draw(at)));
    this.redraw(added.length);
    this.forget(this.stretch.keepFirst(MOST_DRAWN));
  }

  addLater(answer) {
    const from = this.stretch.length;
    const added = this.stretch.addLater(answer);
    this.list.append(...added.map((_, at) => this.draw(from + at)));
    this.forget(this.stretch.keepLast(MOST_DRAWN));
    this.redraw(0);
  }

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const below = scrollHeight - scrollTop - clientHeight;
    // A column that grows narrower moves the end away; that is nobody's scrolling.
    if (this.pinned && this.width !== this.scroller.clientWidth) return this.toEnd();
    this.pinned = this.atEnd();
    if (this.pinned) this.jump.hidden = true;
    else if (this.jump.hidden && below > FAR_FROM_END_PX) this.offerJump("Latest messages");
    if (this.stretch.hasEarlier && scrollTop < NEAR_EDGE_PX) this.extend("before");
    else if (this.stretch.hasLater && below < NEAR_EDGE_PX) this.extend("after");
    this.newMark.scrolled(this.scroller);
    this.seen();
  }

  offerJump(words) {
    this.jumpWords.textContent = words;
    this.jump.hidden = false;
  }

  atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return !this.stretch.hasLater && scrollHeight - scrollTop - clientHeight < AT_END_PX;
  }

  toEnd() {
    this.width = this.scroller.clientWidth;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.pinned = !this.stretch.hasLater;
    this.jump.hidden = true;
  }

  /** Shows what is taller than the column from where one reads it. */
  toBeginningOf(item) {
    item.scrollIntoView({ block: "start" });
    this.pinned = this.atEnd();
    if (!this.pinned) this.offerJump("Latest messages");
  }

  async toLatest() {
    if (this.stretch.hasLater) await this.showLatest();
    this.toEnd();
    this.seen();
  }

  /** Reports that the person has read to the end, where they have. */
  seen() {
    const { last } = this.stretch;
    if (last && !this.held && this.node.isConnected && !document.hidden && this.atEnd()) this.onSeen?.(last.ts);
  }

  /** Brings the message at `ts` into view, reading around it where needed; false where there is none. */
  async reveal(ts, { mark = true } = {}) {
    if (!this.items.has(ts)) {
      const answer = await attempt(() => this.read({ around: ts, limit: PAGE }));
      if (!answer) return false;
      const lastRead = this.newMark.lastRead;
      this.show({ ...answer, last_read: lastRead });
    }
    const nearest = this.stretch.messages.find((message) => message.ts >= ts);
    const article = this.items.get(nearest?.ts)?.querySelector("article");
    if (!article || (mark && nearest.ts !== ts)) return false;
    this.pinned = false;
    article.scrollIntoView({ block: "center" });
    if (!mark) return true;
    article.classList.add("revealed");
    article.addEventListener("animationend", () => article.classList.remove("revealed"), { once: true });
    return true;
  }

  /** Shows the line of new messages above the message at `ts`, as the person asked for it. */
  unreadFrom(ts) {
    this.held = true;
    this.newMark.begin(justBefore(ts), 0);
    this.drawEnds();
  }

  /** Opens the person's own last message for editing; false where there is none. */
  editLast(userId) {
    const message = this.stretch.messages.findLast(
      (each) => each.user === userId && !each.bot_id && each.subtype !== "tombstone" && !isMove(each),
    );
    const article = message && this.items.get(message.ts)?.querySelector("article");
    if (article) startEdit(message, article, this.setting.channel);
    return Boolean(article);
  }

  takeKey(event) {
    const article = document.activeElement;
    const message = article.matches("article.message") && this.find(article.dataset.ts);
    if (!message || !takeMessageKey(event, message, article, this.setting)) this.moveBetween(event);
  }

  async moveBetween(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const current = document.activeElement;
    const onList = current === this.scroller || current.matches("article.message");
    if (!step || event.altKey || !onList) return;
    event.preventDefault();
    if (current === this.list.querySelector("article.message") && step < 0 && this.stretch.hasEarlier)
      await this.extend("before");
    const articles = [...this.list.querySelectorAll("article.message")];
    const from = articles.indexOf(current);
    const next = from < 0 ? articles.at(-1) : articles[from + step];
    next?.focus();
  }
}
