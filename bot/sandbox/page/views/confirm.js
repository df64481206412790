/** Questions that are answered with yes or no. */
import { button, el, freshId } from "../dom.js";
import { breakLines } from "../text/inline.js";

function questionDialog({ title, words, yes, no, danger }, titleId) {
  return el(
    "dialog.dialog.dialog-small",
    { "aria-labelledby": titleId },
    el(
      "form",
      { method: "dialog" },
      el("header.dialog-head", {}, el("h2", { id: titleId }, title)),
      el("div.dialog-body", {}, el("p", {}, ...breakLines(words))),
      el(
        "footer.dialog-foot",
        {},
        el("button.button", { value: "no", type: "submit" }, no ?? "Cancel"),
        el(
          "button.button",
          { value: "yes", type: "submit", autofocus: true, data: { style: danger ? "danger" : "primary" } },
          yes ?? "Yes",
        ),
      ),
    ),
  );
}

/** What the dialog was closed with; it is gone by then. */
function shown(dialog) {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

/** Whether the person said yes to a question of `{ title, words, yes, no, danger }`. Esc means no. */
export async function confirmation(question) {
  return (await shown(questionDialog(question, freshId("question")))) === "yes";
}

function nameInput() {
  const rule = "Small letters, digits, hyphens and underscores.";
  return el("input.entry", { required: true, maxlength: 80, pattern: "[a-z0-9_\\-]+", title: rule });
}

function nameForm({ title, label, flagLabel, yes }, input, flag, cancel) {
  return el(
    "form",
    { method: "dialog" },
    el("header.dialog-head", {}, el("h2", {}, title)),
    el(
      "div.dialog-body",
      {},
      el("label.stacked", {}, label, input),
      el("label.choice", {}, flag, el("span", {}, flagLabel)),
    ),
    el(
      "footer.dialog-foot",
      {},
      button("button.button", { on: { click: cancel } }, "Cancel"),
      el("button.button", { value: "yes", type: "submit", data: { style: "primary" } }, yes),
    ),
  );
}

/** Asks for one line of text and a yes/no choice; `{ name, flag }`, or null after Cancel. */
export async function askForName(question) {
  const [input, flag] = [nameInput(), el("input", { type: "checkbox" })];
  const dialog = el("dialog.dialog.dialog-small", { "aria-label": question.title });
  dialog.append(nameForm(question, input, flag, () => dialog.close("no")));
  const answer = await shown(dialog);
  return answer === "yes" ? { name: input.value, flag: flag.checked } : null;
}
