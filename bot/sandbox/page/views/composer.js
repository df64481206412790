/** Where a message is written. */
import { runCommand, say, sendFiles } from "../api.js";
import { commands } from "../directory.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { state } from "../state.js";
import { forCommand, forSending } from "../text/typed.js";
import { Completion } from "./completion.js";
import { composerMenu } from "./composer_menu.js";
import { pickEmoji } from "./emoji_picker.js";
import { FileTray } from "./file_tray.js";
import { formatByKey, formattingBar } from "./formatting.js";

const TALLEST_PX = 240;
const drafts = new Map();

const looksLikeCommand = (text) => /^\/[a-z][\w-]*(\s|$)/i.test(text.trim());

export class Composer {
  /**
   * `editLast()` is called on ↑ in an empty box; `personas()` are the names under which an app spoke here; the
   * composer of a thread also offers to post to the channel.
   */
  constructor({ inThread, editLast, personas }) {
    Object.assign(this, { inThread, editLast, where: null });
    this.box = el("textarea.composer-box", { rows: 1, enterkeyhint: "send" });
    this.completion = new Completion(this.box, () => ({ channel: this.where?.channel, personas }));
    this.tray = new FileTray({ changed: () => this.where && this.changed(), taken: () => this.box.focus() });
    this.note = el("p.composer-note", { role: "status", hidden: true });
    this.usage = el("span.composer-hint");
    this.broadcast = el("input", { type: "checkbox" });
    this.send = button(
      "button.send",
      { "aria-label": "Send", title: "Send (Enter)", disabled: true, on: { click: () => this.submit() } },
      icon("send"),
    );
    this.frame = el(
      "div.composer-frame",
      {},
      formattingBar(this.box),
      this.tray.node,
      this.box,
      this.inThread && this.broadcastChoice(),
      el("div.composer-bar", {}, this.tools(), this.usage, this.send),
    );
    this.node = el("div.composer", {}, this.completion.node, this.note, this.frame);
    this.listen();
  }

  broadcastChoice() {
    this.broadcastLabel = el("span", {}, "Also send to the channel");
    return el("label.choice.broadcast", {}, this.broadcast, this.broadcastLabel);
  }

  tools() {
    const tool = (label, sign, act) =>
      button(
        "button.icon-button",
        { "aria-label": label, title: label, on: { click: (event) => act(event.currentTarget) } },
        icon(sign),
      );
    return el(
      "div.composer-tools",
      {},
      tool("Attach and shortcuts", "plus", (anchor) => composerMenu(anchor, this)),
      tool("Emoji", "smile", (anchor) => pickEmoji(anchor, (name) => this.insert(`:${name}: `))),
      tool("Mention somebody", "at", () => this.insert("@")),
    );
  }

  listen() {
    this.box.addEventListener("keydown", (event) => this.takeKey(event));
    this.box.addEventListener("input", () => this.changed());
    this.box.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.tray.take(files);
    });
  }

  /** Points the composer at `where` = `{ channel, thread, name }`, bringing back what was left unsent there. */
  aim(where) {
    if (this.where) drafts.set(this.draftKey(), { text: this.box.value, files: this.tray.files });
    this.where = where;
    const words = where.thread ? "Reply…" : `Message ${where.name}`;
    this.box.placeholder = words;
    this.box.setAttribute("aria-label", words);
    if (this.broadcastLabel) this.broadcastLabel.textContent = `Also send to ${where.name}`;
    this.broadcast.checked = false;
    this.person = state.me.id;
    const draft = drafts.get(this.draftKey());
    this.box.value = draft?.text ?? "";
    this.tray.swap(draft?.files ?? []);
    this.completion.close();
    this.changed();
  }

  draftKey() {
    return [this.person, this.where.channel, this.where.thread ?? ""].join("/");
  }

  /** Puts `text` into the box, ready to be sent. */
  fill(text) {
    this.box.value = text;
    this.box.focus();
    this.changed();
  }

  /** Sends `text` as it is, leaving what stands in the box. */
  say(text) {
    const { channel, thread } = this.where;
    return attempt(() => say({ as: state.me.id, channel, text, thread_ts: thread }));
  }

  /** Puts `text` where the caret is. */
  insert(text) {
    const before = this.box.value[this.box.selectionStart - 1];
    const gap = before && !/\s/.test(before) ? " " : "";
    this.box.setRangeText(gap + text, this.box.selectionStart, this.box.selectionEnd, "end");
    this.box.focus();
    this.box.dispatchEvent(new Event("input"));
  }

  changed() {
    drafts.set(this.draftKey(), { text: this.box.value, files: this.tray.files });
    this.send.disabled = this.box.value.trim() === "" && this.tray.files.length === 0;
    this.warn();
    this.hint();
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

  /** Beside the box: how the typed command goes on, else how to send. */
  hint() {
    const [typed] = this.box.value.split(/\s/, 1);
    const command = /\s/.test(this.box.value) && commands().find((each) => each.command === typed);
    if (command?.usage_hint)
      return this.usage.replaceChildren(el("code", {}, `${command.command} ${command.usage_hint}`));
    const keys = [el("kbd", {}, "Shift Enter"), " for a new line"];
    return this.usage.replaceChildren(...(this.box.value ? keys : []));
  }

  takeKey(event) {
    if (event.isComposing) return;
    if (this.completion.takeKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (formatByKey(event, this.box)) {
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
    const isCommand = looksLikeCommand(typed) && this.tray.files.length === 0;
    if (this.send.disabled || (isCommand && thread)) return;
    const key = this.draftKey();
    const files = this.tray.swap();
    this.fill("");
    this.completion.close();
    const sent = await attempt(() =>
      isCommand ? this.command(typed, channel) : this.message(typed, channel, thread, files),
    );
    if (sent || key !== this.draftKey() || this.box.value !== "") return;
    this.tray.swap(files);
    this.fill(typed);
  }

  command(typed, channel) {
    return runCommand({ as: state.me.id, channel, text: forCommand(typed) });
  }

  message(typed, channel, thread, files) {
    const place = { as: state.me.id, channel };
    if (files.length)
      return sendFiles(state.me.id, files, { channel, thread_ts: thread, text: forSending(typed) });
    const reply = thread ? { thread_ts: thread, broadcast: this.broadcast.checked } : {};
    this.broadcast.checked = false;
    return say({ ...place, text: forSending(typed), ...reply });
  }
}
