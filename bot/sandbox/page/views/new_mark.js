/** The line above the first message that the person has not read, and the banner that leads to it. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { state } from "../state.js";
import { isEphemeral, isMove } from "./message.js";

const isNews = (message) =>
  message.user !== state.me.id && !isMove(message) && !isEphemeral(message) && message.subtype !== "tombstone";

export class NewMark {
  /** `lead(ts)` brings the first message after `ts` into view. */
  constructor(lead) {
    this.line = el("div.new-line", { role: "separator", "aria-label": "New messages" }, el("span", {}, "New"));
    this.words = el("span");
    const go = () => {
      this.banner.hidden = true;
      lead(this.lastRead);
    };
    const hide = () => (this.banner.hidden = true);
    this.banner = el(
      "div.unread-banner",
      { hidden: true },
      button("button.unread-go", { on: { click: go } }, icon("up"), this.words),
      button("button.icon-button", { "aria-label": "Hide", on: { click: hide } }, icon("close")),
    );
  }

  /** A channel was opened that had been read up to `lastRead` ("0": never), with `count` messages after it. */
  begin(lastRead, count) {
    const readBefore = Number(lastRead) > 0;
    Object.assign(this, { lastRead: readBefore ? lastRead : "9", count: readBefore ? count : 0 });
    this.banner.hidden = true;
    this.words.textContent = `${count} new ${count === 1 ? "message" : "messages"}`;
    this.fresh = this.count > 0;
  }

  /** What comes up to `ts` was seen as it came and needs no line; one that stands stays, unless `clear`. */
  readUpTo(ts, { clear }) {
    if (clear || !this.line.isConnected) this.lastRead = ts;
  }

  /** Puts the line where it belongs among the rows, or takes it away. */
  place(stretch, items) {
    const at = stretch.messages.findIndex((message) => message.ts > this.lastRead && isNews(message));
    const known = at > 0 || (at === 0 && !stretch.hasEarlier);
    const item = known && items.get(stretch.messages[at].ts);
    if (!item) this.line.remove();
    else if (this.line.parentNode !== item) item.querySelector("article").before(this.line);
    if (this.fresh) this.offer();
  }

  offer() {
    this.fresh = false;
    requestAnimationFrame(() => {
      const scroller = this.banner.parentNode?.querySelector(".scroller");
      this.banner.hidden = this.count === 0 || !scroller || this.isInView(scroller);
    });
  }

  isInView(scroller) {
    if (!this.line.isConnected) return false;
    return this.line.getBoundingClientRect().bottom >= scroller.getBoundingClientRect().top;
  }

  /** The banner has done its work once the line was seen. */
  scrolled(scroller) {
    if (!this.banner.hidden && this.isInView(scroller)) this.banner.hidden = true;
  }
}
