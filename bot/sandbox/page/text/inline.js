/** Pieces of text that every kind of markup shares: mentions, channels, dates, links, emoji. */
import { readPermalink } from "../address.js";
import { following } from "../clock.js";
import { displayName, findChannel, userById } from "../directory.js";
import { el } from "../dom.js";
import { emojiFor } from "../emoji.js";
import { publish, state } from "../state.js";
import { fillDate, fullTimeOf, isMoment } from "../time.js";

const SAFE_PROTOCOLS = new Set(["http:", "https:", "mailto:", "tel:"]);
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** `text` with Slack's three entities decoded. */
export function decode(text) {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);
}

function isSafe(address) {
  try {
    return SAFE_PROTOCOLS.has(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** A link that opens aside, or inside the page for a permalink; an address of another kind stays text. */
export function link(address, ...label) {
  if (!isSafe(address)) return el("span", {}, ...label);
  const permalink = readPermalink(address);
  if (!permalink) return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...label);
  const follow = (event) => {
    event.preventDefault();
    publish("permalink", permalink);
  };
  return el("a", { href: address, on: { click: follow } }, ...label);
}

export function userMention(id, label) {
  const own = id === state.me?.id;
  const name = userById(id) ? displayName(userById(id)) : label || id;
  return el("span.mention", { data: { own } }, `@${name}`);
}

export function channelMention(id, label) {
  const channel = findChannel(id, state.me);
  const open = () => channel && publish("go", { channel: channel.id });
  return el("button.mention", { type: "button", on: { click: open } }, `#${channel?.name ?? label ?? id}`);
}

export function broadcast(range) {
  return el("span.mention", { data: { own: true } }, `@${range}`);
}

/** A date filled in for this browser, with the whole of it as a tooltip. */
export function date(seconds, pattern, address, fallback) {
  const known = isMoment(seconds);
  const time = following(el("time", { title: known ? fullTimeOf(seconds) : undefined }), () =>
    known ? fillDate(seconds, pattern) : fallback,
  );
  return address ? link(address, time) : time;
}

/** The character of a short name with that name as its label, or the name itself in colons. */
export function emoji(name) {
  const character = emojiFor(name);
  return character
    ? el("span.emoji", { role: "img", "aria-label": name, title: `:${name}:` }, character)
    : `:${name}:`;
}

/** `text` as nodes, with short names turned into emoji and line breaks kept. */
export function plain(text, { emoji: withEmoji = true } = {}) {
  const parts = withEmoji ? text.split(/(:[\w+-]+:(?::skin-tone-\d:)?)/) : [text];
  return parts.flatMap((part, at) => (at % 2 ? emoji(part.slice(1, -1)) : breakLines(part)));
}

/** `text` as text nodes with a line break between its lines. */
export function breakLines(text) {
  return text
    .split("\n")
    .flatMap((line, at) => (at ? [el("br"), line] : [line]))
    .filter((node) => node !== "");
}
