/** The keys that work anywhere on the page. */
import { channelsOf } from "./directory.js";
import { publish, state } from "./state.js";
import { showKeys } from "./views/key_help.js";
import { openSwitcher } from "./views/switcher.js";

const PARTS = [
  ".sidebar [aria-current]",
  ".channel-pane .scroller, .channel-pane .home",
  ".channel-pane .composer-box",
  ".thread-pane:not([hidden]) .scroller",
  ".thread-pane:not([hidden]) .composer-box",
];

const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable=true]");

function walkChannels(step, unreadOnly) {
  const all = [...channelsOf(state.me).map((channel) => channel.id), "dm"];
  const places = unreadOnly
    ? all.filter((id) => id === state.place.channel || state.unread.get(id)?.unread)
    : all;
  const at = places.indexOf(state.place.channel);
  publish("go", {
    channel: places[(at + step + places.length) % places.length],
    view: "messages",
    thread: null,
  });
}

function walkParts(step) {
  const parts = PARTS.map((selector) => document.querySelector(selector)).filter(Boolean);
  const holds = (part) =>
    part === document.activeElement || part.closest(".sidebar")?.contains(document.activeElement);
  const at = parts.findIndex(holds);
  parts[(at + step + parts.length) % parts.length]?.focus();
}

function closeWhatIsOpen() {
  if (document.body.dataset.drawer === "true") publish("drawer", false);
  else if (state.place.thread) publish("go", { thread: null });
}

/** Does what the key stands for, if it is one of the page's. */
export function takePageKey(event) {
  if (document.querySelector("dialog[open]") || event.defaultPrevented) return;
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const withMod = event.ctrlKey || event.metaKey;
  if (event.altKey && step) walkChannels(step, event.shiftKey);
  else if (withMod && event.key.toLowerCase() === "k") openSwitcher();
  else if (event.key === "F6") walkParts(event.shiftKey ? -1 : 1);
  else if (event.key === "?" && !isTyping(event.target)) showKeys();
  else if (event.key === "Escape" && !document.querySelector(".menu:popover-open, .editor"))
    return void closeWhatIsOpen();
  else return;
  event.preventDefault();
}
