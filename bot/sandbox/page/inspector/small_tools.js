/** Tools of one or two buttons: snapshots, sockets, a fresh start. */
import { Refusal, resetWorkspace } from "../api.js";
import { button, el } from "../dom.js";
import { attempt, notify } from "../notices.js";
import { confirmation } from "../views/confirm.js";
import { disconnect, loadSnapshot, readSnapshot } from "./calls.js";
import { doing, tool } from "./tool.js";

async function save() {
  const snapshot = await readSnapshot();
  const blob = new Blob([JSON.stringify(snapshot, null, 2)], { type: "application/json" });
  const link = el("a", {
    href: URL.createObjectURL(blob),
    download: `sandbox-${new Date().toISOString().slice(0, 16).replace(":", "")}.json`,
  });
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

async function load(picker) {
  const [file] = picker.files;
  picker.value = "";
  if (file && (await attempt(async () => loadSnapshot(await parsed(file))))) location.reload();
}

/** Saving the workspace to a file and loading it from one. */
export function snapshotTool() {
  const picker = el("input", {
    type: "file",
    accept: "application/json,.json",
    hidden: true,
    "aria-label": "Snapshot to load",
  });
  picker.addEventListener("change", () => load(picker));
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
  );
}

async function closeSockets(reason) {
  await disconnect(reason);
  notify("Every socket was told to leave.", "info");
}

/** Closing the app's sockets as Slack does now and then. */
export function socketTool() {
  return tool(
    "Sockets",
    "Slack closes sockets now and then; an app should come back by itself.",
    el(
      "div.button-row",
      {},
      doing("Ask to refresh", () => closeSockets("refresh_requested")),
      doing("Disconnect with a warning", () => closeSockets("warning")),
    ),
  );
}

async function startAfresh() {
  const yes = await confirmation({
    title: "Start afresh",
    words: "All messages, threads and channels that were made here go. People and first channels come back.",
    yes: "Start afresh",
    danger: true,
  });
  if (!yes) return;
  await resetWorkspace();
  location.reload();
}

/** Emptying the workspace. */
export function workspaceTool() {
  return tool(
    "Workspace",
    "Puts the fresh workspace in the place of this one. Tokens and connections stay.",
    el("div.button-row", {}, doing("Start afresh", startAfresh, { data: { style: "danger" } })),
  );
}
