/** Changing one's own message in its place. */
import { editMessage } from "../api.js";
import { button, el } from "../dom.js";
import { attempt } from "../notices.js";
import { state } from "../state.js";
import { forSending, forTyping } from "../text/typed.js";
import { remove } from "./message_removal.js";

class MessageEditor {
  constructor(message, article, channel) {
    Object.assign(this, { message, article, channel });
    this.content = article.querySelector(".message-content");
    this.box = el("textarea.entry", { rows: 2, "aria-label": "Edit message" }, forTyping(message.text));
    this.box.addEventListener("keydown", (event) => this.takeKey(event));
    this.node = el("div.editor", {}, this.box, this.buttons());
  }

  buttons() {
    const save = { data: { style: "primary" }, on: { click: () => this.save() } };
    return el(
      "div.button-row",
      {},
      button("button.button", { on: { click: () => this.leave() } }, "Cancel"),
      button("button.button", save, "Save"),
    );
  }

  open() {
    this.opener = document.activeElement.closest(".composer-box");
    this.article.querySelector(".message-tools")?.remove();
    this.content.replaceWith(this.node);
    this.box.focus();
    this.box.setSelectionRange(this.box.value.length, this.box.value.length);
  }

  takeKey(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.leave();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.save();
    }
  }

  async save() {
    const { message, channel } = this;
    const text = forSending(this.box.value);
    if (text === "") return (await remove(message, channel)) && this.opener?.focus();
    if (this.box.value === forTyping(message.text)) return this.leave();
    const answer = await attempt(() => editMessage({ as: state.me.id, channel, ts: message.ts, text }));
    return answer && this.leave();
  }

  /** Puts the message back, and the focus where it was; the list hears of it, for the message may have changed. */
  leave() {
    this.node.replaceWith(this.content);
    (this.opener ?? this.article).focus();
    this.article.dispatchEvent(new CustomEvent("editleft", { bubbles: true }));
  }
}

/** Turns the text of `article` into a box in which it can be changed. Enter saves, Esc leaves it. */
export function startEdit(message, article, channel) {
  new MessageEditor(message, article, channel).open();
}
