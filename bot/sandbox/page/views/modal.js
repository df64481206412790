/** The modals that the app has open for this person: the top one is shown, its entries outlive an update. */
import { closeModal, submitModal } from "../api.js";
import { enteredIn } from "../blocks/entered.js";
import { Fields } from "../blocks/fields.js";
import { wordsOfObject } from "../blocks/objects.js";
import { renderBlocks } from "../blocks/render.js";
import { button, el, freshId } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { appFace } from "../people.js";
import { state, subscribe } from "../state.js";
import { confirmation } from "./confirm.js";

const DISCARD = {
  title: "Close without sending?",
  words: "What you entered here will be lost.",
  yes: "Close",
  no: "Keep editing",
  danger: true,
};

const inputsOf = (view) => view.blocks.filter((block) => block.type === "input");

const isEmpty = (value) => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** The words of an empty required input, by block id. */
function missing(view, values) {
  const empty = inputsOf(view).filter(
    (block) => !block.optional && isEmpty(values[block.block_id]?.[block.element.action_id]),
  );
  return Object.fromEntries(empty.map((block) => [block.block_id, "Please complete this required field."]));
}

export class ModalHost {
  constructor() {
    this.dialog = null;
    this.views = [];
    this.entered = new Map();
    this.touched = new Set();
    subscribe("modals", (views) => this.show(views));
  }

  /** Shows the last of `views`; none closes the dialog. */
  show(views) {
    this.keepEntries();
    this.views = views ?? [];
    const view = this.views.at(-1);
    if (view) this.draw(view);
    else this.dismiss();
  }

  keepEntries() {
    if (!this.view || !this.fields) return;
    if (this.isChanged) this.touched.add(this.view.id);
    this.entered.set(this.view.id, this.fields.kept());
  }

  dismiss() {
    this.dialog?.close();
    this.dialog?.remove();
    this.entered.clear();
    this.touched.clear();
    Object.assign(this, { dialog: null, view: null, fields: null });
  }

  open() {
    this.dialog = el("dialog.dialog");
    this.dialog.addEventListener("cancel", (event) => {
      if (event.target !== this.dialog) return;
      event.preventDefault();
      this.close();
    });
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  draw(view) {
    if (!this.dialog) this.open();
    const focused =
      this.dialog.contains(document.activeElement) &&
      document.activeElement.closest("[data-focus-key]")?.dataset.focusKey;
    const same = this.view?.id === view.id;
    this.view = view;
    this.fields = new Fields(this.entered.get(view.id) ?? enteredIn(view));
    const titleId = freshId("modal");
    this.dialog.setAttribute("aria-labelledby", titleId);
    const scrolled = same ? this.dialog.querySelector(".dialog-body")?.scrollTop : 0;
    this.dialog.replaceChildren(this.form(view, titleId));
    this.asDrawn = this.fields.snapshot();
    this.dialog.querySelector(".dialog-body").scrollTop = scrolled ?? 0;
    this.placeFocus(focused);
  }

  /** Focus goes to the first wrong field, else where it was, else where the app wants it, else to the first control. */
  placeFocus(key) {
    const find = (selector) => this.dialog.querySelector(selector);
    const within = "input:not([tabindex='-1']), textarea, select, button, summary, [contenteditable]";
    const wrong = find("[aria-invalid=true]");
    const invalid = wrong?.matches("[role$=group]") ? wrong.querySelector("input") : wrong;
    const before = key && find(`[data-focus-key="${CSS.escape(key)}"]`);
    const asked = find(".dialog-body [autofocus]");
    const first = find(`.dialog-body :is(${within})`);
    (invalid ?? (before || asked || first || find(".dialog-foot button:last-child")))?.focus();
  }

  form(view, titleId) {
    const surface = { container: { view_id: view.id }, fields: this.fields, errors: view.errors };
    const submit = (event) => {
      event.preventDefault();
      this.submit(view);
    };
    return el(
      "form",
      { novalidate: true, on: { submit } },
      this.head(view, titleId),
      el("div.dialog-body", {}, renderBlocks(view.blocks, surface)),
      el("div.dialog-trouble", { role: "alert" }),
      this.foot(view),
    );
  }

  head(view, titleId) {
    const depth = this.views.length;
    return el(
      "header.dialog-head",
      {},
      depth > 1
        ? button("button.icon-button", { "aria-label": "Back", on: { click: () => this.close() } }, icon("back"))
        : appFace(),
      el("h2", { id: titleId }, wordsOfObject(view.title)),
      depth > 1 && el("span.quiet", {}, `Step ${depth}`),
      button("button.icon-button", { "aria-label": "Close", on: { click: () => this.close() } }, icon("close")),
    );
  }

  foot(view) {
    const deeper = this.views.length > 1;
    const submits = view.submit || inputsOf(view).length > 0;
    return el(
      "footer.dialog-foot",
      {},
      button(
        "button.button",
        { on: { click: () => this.close() } },
        wordsOfObject(view.close) || (deeper ? "Back" : submits ? "Cancel" : "Close"),
      ),
      submits &&
        el(
          "button.button",
          { type: "submit", data: { style: "primary", focusKey: "submit" } },
          wordsOfObject(view.submit) || "Submit",
        ),
    );
  }

  async submit(view) {
    const { dialog } = this;
    const pressed = dialog.querySelector("button[type=submit]");
    if (pressed.getAttribute("aria-busy") === "true") return;
    const values = this.fields.values();
    const errors = missing(view, values);
    if (Object.keys(errors).length) return void this.showErrors(view, errors);
    pressed.setAttribute("aria-busy", "true");
    dialog.querySelector(".dialog-trouble").replaceChildren();
    try {
      const answer = await submitModal({ as: state.me.id, view_id: view.id, values });
      if (answer.errors && this.view?.id === view.id) this.showErrors(view, answer.errors);
    } catch (problem) {
      this.sayTrouble(problem);
    }
    pressed.removeAttribute("aria-busy");
  }

  /** What stopped the submission, where the person looks, with their entries as they were. */
  sayTrouble(problem) {
    this.dialog
      ?.querySelector(".dialog-trouble")
      .replaceChildren(
        icon("warning"),
        el("p", {}, el("strong", {}, "We had some trouble connecting. Try again?"), ` ${problem.message}`),
      );
  }

  showErrors(view, errors) {
    this.keepEntries();
    this.draw({ ...view, errors });
  }

  /** Whether something was entered that is not what the app proposed. */
  get isChanged() {
    return this.touched.has(this.view.id) || this.fields.snapshot() !== this.asDrawn;
  }

  async close() {
    const { id } = this.view;
    if (this.isChanged && !(await confirmation(DISCARD))) return;
    if (this.view?.id !== id) return;
    const rest = this.view.clear_on_close ? [] : this.views.slice(0, -1);
    this.entered.delete(id);
    this.touched.delete(id);
    this.fields = null;
    this.show(rest);
    attempt(() => closeModal({ as: state.me.id, view_id: id }));
  }
}
