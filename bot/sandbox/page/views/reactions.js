/** The reactions under a message. */
import { react } from "../api.js";
import { displayName, userById } from "../directory.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { state } from "../state.js";
import { emoji } from "../text/inline.js";
import { pickEmoji } from "./emoji_picker.js";

/** Sets the person's reaction `name` under a message, or takes it back. */
export function setReaction(message, channel, name, { remove = false } = {}) {
  return attempt(() => react({ as: state.me.id, channel, ts: message.ts, name, remove }));
}

/** Who reacted, as a sentence: "Ana Ruiz and you reacted with :tada:". */
function whoReacted({ name, users }) {
  const people = users.map((id) => (id === state.me.id ? "you" : displayName(userById(id))));
  const words = new Intl.ListFormat("en").format(people);
  return `${words[0].toUpperCase()}${words.slice(1)} reacted with :${name}:`;
}

function reactionButton(reaction, message, channel) {
  const own = reaction.users.includes(state.me.id);
  return button(
    "button.reaction",
    {
      title: whoReacted(reaction),
      "aria-pressed": String(own),
      "aria-label": `${reaction.name.replaceAll("_", " ")}, ${reaction.users.length}. ${whoReacted(reaction)}`,
      data: { focusKey: `reaction/${reaction.name}` },
      on: { click: () => setReaction(message, channel, reaction.name, { remove: own }) },
    },
    emoji(reaction.name),
    el("span.reaction-count", {}, String(reaction.users.length)),
  );
}

/** The reactions of `message`, each a toggle, and a way to add another. */
export function reactionRow(message, channel) {
  const add = (event) => pickEmoji(event.currentTarget, (name) => setReaction(message, channel, name));
  return el(
    "div.reactions",
    {},
    message.reactions.map((reaction) => reactionButton(reaction, message, channel)),
    button(
      "button.reaction.add-reaction",
      { "aria-label": "Add a reaction", data: { focusKey: "add-reaction" }, on: { click: add } },
      icon("smile"),
      icon("plus"),
    ),
  );
}
