/** The modals that the app has open for this person: the top one is shown, its entries outlive an update. */
import { closeModal, submitModal } from "../api.js";
import { Fields } from "../blocks/fields.js";
import { wordsOfObject } from "../blocks/objects.js";
import { renderBlocks } from "../blocks/render.js";
import { button, el, freshId } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { appFace } from "../people.js";
import { state, subscribe } from "../state.js";

const hasInput = (view) => view.blocks.some((block) => block.type === "input");

export class ModalHost {
  constructor() {
    this.dialog = null;
    this.views = [];
    this.entered = new Map();
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
    if (this.view && this.fields) this.entered.set(this.view.id, this.fields.values());
  }

  dismiss() {
    this.dialog?.close();
    this.dialog?.remove();
    this.entered.clear();
    Object.assign(this, { dialog: null, view: null, fields: null });
  }

  open() {
    this.dialog = el("dialog.dialog");
    this.dialog.addEventListener("cancel", (event) => {
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
    this.fields = new Fields(this.entered.get(view.id));
    const titleId = freshId("modal");
    this.dialog.setAttribute("aria-labelledby", titleId);
    const scrolled = same ? this.dialog.querySelector(".dialog-body")?.scrollTop : 0;
    this.dialog.replaceChildren(this.form(view, titleId));
    this.dialog.querySelector(".dialog-body").scrollTop = scrolled ?? 0;
    this.placeFocus(focused);
  }

  placeFocus(key) {
    const invalid = this.dialog.querySelector("[aria-invalid=true]");
    const before = key && this.dialog.querySelector(`[data-focus-key="${CSS.escape(key)}"]`);
    const first = this.dialog.querySelector(".dialog-body :is(input, textarea, select, button, summary)");
    (invalid ?? before ?? first ?? this.dialog.querySelector(".dialog-foot button:last-child"))?.focus();
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
      el(
        "header.dialog-head",
        {},
        appFace(),
        el("h2", { id: titleId }, wordsOfObject(view.title)),
        button(
          "button.icon-button",
          { "aria-label": "Close", on: { click: () => this.close() } },
          icon("close"),
        ),
      ),
      el("div.dialog-body", {}, renderBlocks(view.blocks, surface)),
      this.foot(view),
    );
  }

  foot(view) {
    const deeper = this.views.length > 1;
    const submits = view.submit || hasInput(view);
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

  missing(view) {
    const values = this.fields.values();
    const isEmpty = (value) =>
      value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    const required = view.blocks.filter((block) => block.type === "input" && !block.optional);
    const empty = required.filter((block) => isEmpty(values[block.block_id]?.[block.element.action_id]));
    return Object.fromEntries(empty.map((block) => [block.block_id, "Please complete this required field."]));
  }

  async submit(view) {
    const pressed = this.dialog.querySelector("button[type=submit]");
    if (pressed.getAttribute("aria-busy") === "true") return;
    const errors = this.missing(view);
    if (Object.keys(errors).length) return void this.showErrors(view, errors);
    pressed.setAttribute("aria-busy", "true");
    const answer = await attempt(() =>
      submitModal({ as: state.me.id, view_id: view.id, values: this.fields.values() }),
    );
    pressed.removeAttribute("aria-busy");
    if (answer?.errors && this.view?.id === view.id) this.showErrors(view, answer.errors);
  }

  showErrors(view, errors) {
    this.keepEntries();
    this.draw({ ...view, errors });
  }

  close() {
    const { id } = this.view;
    this.entered.delete(id);
    this.fields = null;
    this.show(this.views.slice(0, -1));
    attempt(() => closeModal({ as: state.me.id, view_id: id }));
  }
}
