/** Where a message is written. */
import { runCommand, say } from "../api.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { state } from "../state.js";
import { forCommand, forSending } from "../text/typed.js";
import { Completion } from "./completion.js";

const TALLEST_PX = 240;
const drafts = new Map();

const looksLikeCommand = (text) => /^\/[a-z][\w-]*(\s|$)/i.test(text.trim());

export class Composer {
  /** `editLast()` is called on ↑ in an empty box; the composer of a thread also offers to post to the channel. */
  constructor({ inThread, editLast }) {
    Object.assign(this, { inThread, editLast, where: null });
    this.box = el("textarea.composer-box", { rows: 1, enterkeyhint: "send" });
    this.completion = new Completion(this.box);
    this.note = el("p.composer-note", { role: "status", hidden: true });
    this.broadcast = el("input", { type: "checkbox" });
    this.send = button(
      "button.send",
      { "aria-label": "Send", title: "Send (Enter)", disabled: true, on: { click: () => this.submit() } },
      icon("send"),
    );
    this.node = el(
      "div.composer",
      {},
      this.completion.node,
      this.note,
      el(
        "div.composer-frame",
        {},
        this.box,
        el("div.composer-bar", {}, this.inThread && this.broadcastChoice(), this.hint(), this.send),
      ),
    );
    this.listen();
  }

  broadcastChoice() {
    this.broadcastLabel = el("span", {}, "Also send to the channel");
    return el("label.choice", {}, this.broadcast, this.broadcastLabel);
  }

  hint() {
    return el(
      "span.composer-hint",
      { "aria-hidden": "true" },
      el("kbd", {}, "Enter"),
      " to send, ",
      el("kbd", {}, "Shift Enter"),
      " for a new line",
    );
  }

  listen() {
    this.box.addEventListener("keydown", (event) => this.takeKey(event));
    this.box.addEventListener("input", () => this.changed());
  }

  /** Points the composer at `where` = `{ channel, thread, name }`, bringing back what was left unsent there. */
  aim(where) {
    this.where = where;
    const words = where.thread ? "Reply…" : `Message ${where.name}`;
    this.box.placeholder = words;
    this.box.setAttribute("aria-label", words);
    if (this.broadcastLabel) this.broadcastLabel.textContent = `Also send to ${where.name}`;
    this.broadcast.checked = false;
    this.box.value = drafts.get(this.draftKey()) ?? "";
    this.completion.close();
    this.changed();
  }

  draftKey() {
    return [state.me.id, this.where.channel, this.where.thread ?? ""].join("/");
  }

  /** Puts `text` into the box, ready to be sent. */
  fill(text) {
    this.box.value = text;
    this.box.focus();
    this.changed();
  }

  changed() {
    drafts.set(this.draftKey(), this.box.value);
    this.send.disabled = this.box.value.trim() === "";
    this.warn();
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, TALLEST_PX)}px`;
  }

  warn() {
    const refused = this.inThread && looksLikeCommand(this.box.value);
    this.note.hidden = !refused;
    this.note.replaceChildren(
      ...(refused
        ? ["Slack does not allow slash commands in threads. Type it in the channel, or use the buttons here."]
        : []),
    );
  }

  takeKey(event) {
    if (event.isComposing) return;
    if (this.completion.takeKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "ArrowUp" && !event.altKey && this.box.value === "" && this.editLast()) {
      event.preventDefault();
    }
  }

  async submit() {
    const typed = this.box.value;
    const { channel, thread } = this.where;
    const isCommand = looksLikeCommand(typed);
    if (typed.trim() === "" || (isCommand && thread)) return;
    const key = this.draftKey();
    this.fill("");
    const sent = await attempt(() =>
      isCommand ? this.command(typed, channel) : this.message(typed, channel, thread),
    );
    if (!sent && key === this.draftKey() && this.box.value === "") this.fill(typed);
  }

  command(typed, channel) {
    return runCommand({ as: state.me.id, channel, text: forCommand(typed) });
  }

  message(typed, channel, thread) {
    const reply = thread ? { thread_ts: thread, broadcast: this.broadcast.checked } : {};
    this.broadcast.checked = false;
    return say({ as: state.me.id, channel, text: forSending(typed), ...reply });
  }
}
