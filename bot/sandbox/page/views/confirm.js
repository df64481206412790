/** Questions that are answered with yes or no. */
import { button, el, freshId } from "../dom.js";
import { breakLines } from "../text/inline.js";

function questionDialog({ title, words, yes, no, danger }, titleId) {
  return el("dialog.dialog.dialog-small", { "aria-labelledby": titleId },
    el("form", { method: "dialog" },
      el("header.dialog-head", {}, el("h2", { id: titleId }, title)),
      el("div.dialog-body", {}, el("p", {}, ...breakLines(words))),
      el("footer.dialog-foot", {},
        el("button.button", { value: "no", type: "submit" }, no ?? "Cancel"),
        el("button.button", { value: "yes", type: "submit", autofocus: true, data: { style: danger ? "danger" : "primary" } }, yes ?? "Yes"))));
}

/** Whether the person said yes to a question of `{ title, words, yes, no, danger }`. Esc means no. */
export function confirmation(question) {
  const dialog = questionDialog(question, freshId("question"));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}

/** Asks for one line of text and a yes/no choice; `{ name, flag }`, or null after Cancel. */
export function askForName({ title, label, flagLabel, yes }) {
  const input = el("input.entry", { required: true, maxlength: 80, pattern: "[a-z0-9_\\-]+", title: "Small letters, digits, hyphens and underscores." });
  const flag = el("input", { type: "checkbox" });
  const dialog = el("dialog.dialog.dialog-small", { "aria-label": title });
  const cancel = button("button.button", { on: { click: () => dialog.close("no") } }, "Cancel");
  dialog.append(el("form", { method: "dialog" },
    el("header.dialog-head", {}, el("h2", {}, title)),
    el("div.dialog-body", {}, el("label.stacked", {}, label, input), el("label.choice", {}, flag, el("span", {}, flagLabel))),
    el("footer.dialog-foot", {}, cancel, el("button.button", { value: "yes", type: "submit", data: { style: "primary" } }, yes))));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes" ? { name: input.value, flag: flag.checked } : null);
    });
  });
}
