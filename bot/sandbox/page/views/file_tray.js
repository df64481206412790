/** The files that are to go with a message, shown before it is sent. */
import { button, el } from "../dom.js";
import { holdsFiles } from "../drops.js";
import { icon } from "../icons.js";
import { notify } from "../notices.js";
import { dataSize } from "../text/sizes.js";

const MOST_FILES = 10;

export class FileTray {
  /** `changed()` hears of every file that comes or goes, `taken()` of files that the person brought. */
  constructor({ changed, taken }) {
    Object.assign(this, { changed, taken, files: [] });
    this.input = el("input", {
      type: "file",
      multiple: true,
      hidden: true,
      "aria-label": "Files to attach",
      on: { change: () => this.take([...this.input.files]) },
    });
    this.list = el("ul.tray", { "aria-label": "Attached files" });
    this.node = el("div", {}, this.input, this.list);
    this.draw();
  }

  /** Asks the person for files. */
  choose() {
    this.input.click();
  }

  take(files) {
    this.input.value = "";
    this.taken();
    if (this.files.length + files.length > MOST_FILES)
      return notify(`A message takes ${MOST_FILES} files at the most.`);
    this.files.push(...files);
    return this.draw();
  }

  /** Puts other files in the place of those held; returns those. */
  swap(files = []) {
    const held = this.files;
    this.files = files;
    this.draw();
    return held;
  }

  draw() {
    for (const image of this.list.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    this.list.hidden = this.files.length === 0;
    this.list.replaceChildren(...this.files.map((file) => this.line(file)));
    this.changed();
  }

  line(file) {
    const remove = () => {
      this.files = this.files.filter((each) => each !== file);
      this.draw();
    };
    const picture = file.type.startsWith("image/");
    return el(
      "li.tray-file",
      {},
      picture ? el("img", { src: URL.createObjectURL(file), alt: "" }) : el("span.tray-sign", {}, icon("file")),
      el("span.tray-names", {}, el("span.tray-name", {}, file.name), el("span.quiet", {}, dataSize(file.size))),
      button(
        "button.icon-button",
        { "aria-label": `Remove ${file.name}`, on: { click: remove } },
        icon("close"),
      ),
    );
  }

  /** Takes files dropped anywhere on `area`, showing that it would. */
  acceptDrops(area) {
    let depth = 0;
    const show = (over) => area.toggleAttribute("data-dropping", over);
    area.addEventListener("dragenter", (event) => holdsFiles(event) && show((depth += 1) > 0));
    area.addEventListener("dragleave", (event) => holdsFiles(event) && show((depth -= 1) > 0));
    area.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
    area.addEventListener("drop", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      show(false);
      this.take([...event.dataTransfer.files]);
    });
  }
}
