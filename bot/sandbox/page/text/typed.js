/** Between what a person types and what is sent: mentions have names here and ids or handles there. */
import { app, displayName, findChannel, people, userById } from "../directory.js";
import { state } from "../state.js";
import { decode } from "./inline.js";

/** Everyone who can be mentioned, the longest name first. */
function mentionable() {
  const bot = { id: app().bot_user_id, handle: app().name.toLowerCase(), name: app().name };
  const named = people().map((user) => ({ id: user.id, handle: user.name, name: displayName(user) }));
  return [...named, bot].sort((one, other) => other.name.length - one.name.length);
}

const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function replaceNames(typed, replacement) {
  let text = typed.trim();
  for (const each of mentionable())
    text = text.replace(new RegExp(`@${escapeRegExp(each.name)}(?!\\w)`, "g"), replacement(each));
  return text;
}

/** What was typed as a message, with "@Ana Ruiz" as a mention of her. */
export const forSending = (typed) => replaceNames(typed, ({ id }) => `<@${id}>`);

/** What was typed as a command, with "@Ana Ruiz" as her handle. */
export const forCommand = (typed) => replaceNames(typed, ({ handle }) => `@${handle}`);

/** A message's text as it would be typed. */
export function forTyping(text) {
  const named = text
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (whole, id) => (userById(id) ? `@${displayName(userById(id))}` : whole))
    .replace(
      /<#(\w+)(?:\|([^>]*))?>/g,
      (whole, id, name) => `#${findChannel(id, state.me)?.name ?? name ?? id}`,
    )
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, "$1");
  return decode(named);
}
