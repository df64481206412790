/** Between what a person types and what is sent: mentions have names here and ids there. */
import { actable, app, displayName, findChannel, people, userById } from "../directory.js";
import { state } from "../state.js";
import { decode } from "./inline.js";

/** Every name that can be mentioned, the longest first, with its user id. */
function mentionable() {
  const named = [...people(), ...actable()].map((user) => [displayName(user), user.id]);
  return [...named, [app().name, app().bot_user_id]].filter(([name]) => name).sort(([one], [other]) => other.length - one.length);
}

const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What was typed, with "@Ana Ruiz" as a mention of her and "#practice" as a link to the channel. */
export function forSending(typed) {
  let text = typed.trim();
  for (const [name, id] of mentionable()) text = text.replace(new RegExp(`@${escapeRegExp(name)}(?![\\w])`, "g"), `<@${id}>`);
  return text.replace(/(^|\s)#([\w-]+)/g, (whole, before, name) => {
    const channel = findChannel(name, state.me);
    return channel ? `${before}<#${channel.id}|${channel.name}>` : whole;
  });
}

/** A message's text as it would be typed. */
export function forTyping(text) {
  const named = text
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (whole, id) => (userById(id) ? `@${displayName(userById(id))}` : whole))
    .replace(/<#(\w+)(?:\|([^>]*))?>/g, (whole, id, name) => `#${findChannel(id, state.me)?.name ?? name ?? id}`)
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, "$1");
  return decode(named);
}
