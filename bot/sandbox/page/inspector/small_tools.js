/** Tools of one or two buttons: sockets, a fresh start. */
import { el } from "../dom.js";
import { notify } from "../notices.js";
import { startAfresh } from "../views/fresh_start.js";
import { disconnect } from "./calls.js";
import { doing, tool } from "./tool.js";

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

/** Emptying the workspace. */
export function workspaceTool() {
  return tool(
    "Workspace",
    "Puts the fresh workspace in the place of this one. Tokens and connections stay.",
    el("div.button-row", {}, doing("Start afresh", startAfresh, { data: { style: "danger" } })),
  );
}
