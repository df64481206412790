/** Saving the workspace to a file and loading it from one. */
import { openAnew } from "../address.js";
import { Refusal } from "../api.js";
import { button, el } from "../dom.js";
import { confirmation } from "../views/confirm.js";
import { loadSnapshot, readSnapshot } from "./calls.js";
import { doing, tool } from "./tool.js";

const PROBLEMS_SHOWN = 20;

const fileName = () => `sandbox-${new Date().toISOString().slice(0, 16).replace(":", "")}.json`;

async function save() {
  const { ok: _, ...snapshot } = await readSnapshot();
  const blob = new Blob([JSON.stringify(snapshot, null, 2)], { type: "application/json" });
  const link = el("a", { href: URL.createObjectURL(blob), download: fileName() });
  link.click();
  URL.revokeObjectURL(link.href);
}

async function parsed(file) {
  try {
    return JSON.parse(await file.text());
  } catch {
    throw new Refusal("not_json", `${file.name} is not JSON; choose a file that was saved here.`, 0);
  }
}

const agreed = (file) =>
  confirmation({
    title: "Load a snapshot",
    words: `Everything in this workspace goes; what ${file.name} holds comes in its place.`,
    yes: "Load it",
    danger: true,
  });

async function load(picker, trouble) {
  const [file] = picker.files;
  picker.value = "";
  if (!file) return;
  try {
    const snapshot = await parsed(file);
    if (!(await agreed(file))) return;
    await loadSnapshot(snapshot);
    openAnew();
  } catch (problem) {
    const listed = problem.problems ?? [];
    const more = listed.length - PROBLEMS_SHOWN;
    trouble.replaceChildren(
      el("p", {}, problem.message),
      el(
        "ul",
        {},
        listed.slice(0, PROBLEMS_SHOWN).map((each) => el("li", {}, String(each))),
        more > 0 && el("li", {}, `and ${more} more`),
      ),
    );
  }
}

/** The tool for snapshots; what is wrong with a file stands under its buttons. */
export function snapshotTool() {
  const picker = el("input", { type: "file", accept: "application/json,.json", hidden: true });
  const trouble = el("div.tool-trouble", { role: "alert" });
  picker.addEventListener("change", () => load(picker, trouble));
  return tool(
    "Snapshot",
    "The whole workspace as one JSON file, without tokens. Loading one puts it in this workspace's place.",
    el(
      "div.button-row",
      {},
      doing("Save to a file", save),
      button("button.button", { on: { click: () => picker.click() } }, "Load from a file"),
      picker,
    ),
    trouble,
  );
}
