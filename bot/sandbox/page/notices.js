/** Short notices at the edge of the page, and words for screen readers alone. */
import { button, el } from "./dom.js";
import { icon } from "./icons.js";

const SHOWN_FOR_MS = 7000;

const toasts = el("div.toasts", {
  popover: "manual",
  role: "status",
  "aria-live": "polite",
  "aria-label": "Notices",
});
const announcer = el("div.visually-hidden", { role: "status", "aria-live": "polite" });

/** Adds the places where notices appear. */
export function mountNotices() {
  document.body.append(toasts, announcer);
  toasts.showPopover();
}

/** Shows `words` for a while. `kind` is "error" or "info". */
export function notify(words, kind = "error") {
  const toast = el(
    "div.toast",
    { data: { kind } },
    icon(kind === "error" ? "warning" : "check"),
    el("p", {}, words),
    button(
      "button.icon-button",
      { "aria-label": "Dismiss", on: { click: () => toast.remove() } },
      icon("close"),
    ),
  );
  toasts.append(toast);
  raiseAboveDialogs();
  setTimeout(() => toast.remove(), SHOWN_FOR_MS);
}

function raiseAboveDialogs() {
  toasts.hidePopover();
  toasts.showPopover();
}

/** Says `words` to screen readers without showing them. */
export function announce(words) {
  announcer.textContent = words;
}

/** Runs `task` and shows what went wrong, if anything. Returns its value, or undefined after a failure. */
export async function attempt(task) {
  try {
    return await task();
  } catch (problem) {
    notify(problem.message);
    if (problem.name !== "Error" || problem.code === undefined) console.error(problem);
    return undefined;
  }
}
