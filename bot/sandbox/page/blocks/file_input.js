/** The file_input element: files of this computer, sent to the sandbox as they are chosen; its value is their ids. */
import { sendFiles } from "../api.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { attempt, notify } from "../notices.js";
import { state } from "../state.js";
import { dataSize } from "../text/sizes.js";
import { begin } from "./fields.js";

const MOST_FILES = 10;

class FileInput {
  constructor(element, { kept, changed }) {
    Object.assign(this, { element, changed, files: begin(kept, []) });
    this.most = element.max_files ?? MOST_FILES;
    this.box = el("input.visually-hidden", {
      type: "file",
      tabindex: -1,
      "aria-hidden": "true",
      multiple: this.most > 1,
      accept: element.filetypes?.map((type) => `.${type}`).join(","),
      on: { change: () => this.take([...this.box.files]) },
    });
    this.opener = button("button.button", { on: { click: () => this.box.click() } }, icon("clip"), this.invitation());
    this.list = el("ul.chosen-files");
    this.node = el("div.file-input", { on: this.dropping() }, this.opener, this.box, this.list);
    this.draw();
  }

  invitation() {
    const types = this.element.filetypes?.join(", ");
    return `${this.most > 1 ? "Add files" : "Add a file"}${types ? ` (${types})` : ""}`;
  }

  dropping() {
    return {
      dragover: (event) => event.preventDefault(),
      drop: (event) => {
        event.preventDefault();
        this.take([...event.dataTransfer.files]);
      },
    };
  }

  async take(chosen) {
    this.box.value = "";
    if (!chosen.length) return;
    const wrong = chosen.find((file) => !this.suits(file));
    if (wrong) return void notify(`“${wrong.name}” is not of a kind that is asked for.`);
    if (this.files.length + chosen.length > this.most)
      return void notify(`No more than ${this.most} ${this.most === 1 ? "file" : "files"} can be added here.`);
    this.opener.setAttribute("aria-busy", "true");
    const answer = await attempt(() => sendFiles(state.me.id, chosen));
    this.opener.removeAttribute("aria-busy");
    if (!answer) return;
    this.files = [...this.files, ...answer.files];
    this.draw();
    this.tell();
  }

  suits(file) {
    const types = this.element.filetypes;
    return !types?.length || types.some((type) => file.name.toLowerCase().endsWith(`.${type.toLowerCase()}`));
  }

  tell() {
    this.changed({ value: this.files.map((file) => file.id) }, this.opener);
  }

  line(file) {
    const remove = () => {
      this.files = this.files.filter((each) => each.id !== file.id);
      this.draw();
      this.opener.focus();
      this.tell();
    };
    return el(
      "li",
      {},
      icon("file"),
      el("span.file-title", {}, file.name),
      el("span.file-kind", {}, dataSize(file.size)),
      button("button.icon-button", { "aria-label": `Remove ${file.name}`, on: { click: remove } }, icon("close")),
    );
  }

  draw() {
    this.list.replaceChildren(...this.files.map((file) => this.line(file)));
    this.opener.disabled = this.files.length >= this.most;
  }
}

/** Kept between drawings are the files themselves, for their names; what is sent is their ids. */
export function fileInput(element, setting) {
  const input = new FileInput(element, setting);
  return { node: input.node, target: input.opener, read: () => input.files.map((file) => file.id), keep: () => input.files };
}
