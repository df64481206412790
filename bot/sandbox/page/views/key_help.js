/** The keys of the page, in a dialog. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";

const mod = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";

const KEYS = [
  [
    "Anywhere",
    [
      [`${mod} K`, "Go to a channel, or be another person"],
      ["Alt ↑ / ↓", "Previous or next channel"],
      ["Alt Shift ↑ / ↓", "Previous or next unread channel"],
      [`${mod} .`, "Open or close the inspector"],
      ["F6", "Next part of the page"],
      ["Esc", "Close the thread, menu or dialog"],
      ["?", "These keys"],
    ],
  ],
  [
    "Writing",
    [
      ["Enter", "Send, or take the suggestion"],
      ["Shift Enter", "New line"],
      ["↑", "Edit your last message (in an empty box)"],
      [`${mod} B / I`, "Bold, italic"],
      [`${mod} Shift X / C`, "Strikethrough, code"],
      ["/ @ # :", "Commands, people, channels, emoji"],
    ],
  ],
  [
    "On a message",
    [
      ["↑ / ↓", "Previous or next message"],
      ["R", "Reply in thread"],
      ["E", "Edit"],
      ["+", "React"],
      ["P", "Pin or unpin"],
      ["U", "Mark unread from here"],
      ["L", "Copy link"],
      ["M", "More actions, shortcuts"],
      ["Delete", "Delete"],
    ],
  ],
];

const line = ([keys, words]) =>
  el("div.key-line", {}, el("dt", {}, el("kbd", {}, keys)), el("dd", {}, words));

/** Shows the keys, unless a dialog is open. */
export function showKeys() {
  if (document.querySelector("dialog[open]")) return;
  const dialog = el("dialog.dialog.key-help", { "aria-labelledby": "key-help-title" });
  const close = () => dialog.close();
  dialog.append(
    el(
      "header.dialog-head",
      {},
      el("h2", { id: "key-help-title" }, "Keyboard"),
      button("button.icon-button", { "aria-label": "Close", on: { click: close } }, icon("close")),
    ),
    el(
      "div.dialog-body.key-groups",
      { tabindex: 0 },
      KEYS.map(([title, lines]) => el("section", {}, el("h3", {}, title), el("dl", {}, lines.map(line)))),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  document.body.append(dialog);
  dialog.showModal();
}
