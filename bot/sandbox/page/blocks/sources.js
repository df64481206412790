/** Where each kind of select has its options from, under which key it reports a choice, and what it begins with. */
import { askOptions } from "../api.js";
import { app, channelsOf, directMessagesOf, displayName, people, workspace } from "../directory.js";
import { state } from "../state.js";
import { optionsOf } from "./objects.js";

const asOption = (value, words, note) => ({
  value,
  text: { type: "plain_text", text: words, emoji: false },
  ...(note && { description: { type: "plain_text", text: note, emoji: false } }),
});

const peopleOptions = () => people().map((user) => asOption(user.id, displayName(user), `@${user.name}`));

const kindOf = (channel) => (channel.is_mpim ? "mpim" : channel.is_private ? "private" : "public");
const nameOf = (channel) => (channel.is_mpim ? channel.name : `${channel.is_private ? "🔒 " : "#"}${channel.name}`);
const isReachable = (channel) => !channel.is_private || channelsOf(state.me).includes(channel);

function channelOptions(kinds) {
  return workspace()
    .channels.filter((channel) => !channel.is_im && kinds.includes(kindOf(channel)) && isReachable(channel))
    .map((channel) => asOption(channel.id, nameOf(channel)));
}

const EVERY_KIND = ["public", "private", "mpim", "im"];

function conversationOptions({ filter = {} }) {
  const kinds = filter.include ?? EVERY_KIND;
  const own = directMessagesOf(state.me);
  const direct = kinds.includes("im") && own && !filter.exclude_bot_users;
  return [...channelOptions(kinds), ...(direct ? [asOption(own.id, app().name)] : [])];
}

const here = (element) =>
  element.default_to_current_conversation && state.place.channel === "dm"
    ? directMessagesOf(state.me)?.id
    : element.default_to_current_conversation && state.place.channel;

function groupsOf(element) {
  return (
    element.option_groups?.map((group) => ({ label: group.label, options: group.options })) ?? [
      { options: optionsOf(element) },
    ]
  );
}

const flat = (find) => (element) => [{ options: find(element) }];

const KINDS = {
  static: { groups: groupsOf, one: "selected_option", many: "selected_options", initial: "option", whole: true },
  external: { one: "selected_option", many: "selected_options", initial: "option", whole: true, remote: true },
  users: { groups: flat(peopleOptions), one: "selected_user", many: "selected_users", initial: "user" },
  conversations: {
    groups: flat(conversationOptions),
    one: "selected_conversation",
    many: "selected_conversations",
    initial: "conversation",
    here,
  },
  channels: {
    groups: flat(() => channelOptions(["public"])),
    one: "selected_channel",
    many: "selected_channels",
    initial: "channel",
  },
};

/** The types of select that this page can fill. */
export const selectTypes = Object.keys(KINDS).flatMap((kind) => [`${kind}_select`, `multi_${kind}_select`]);

export const isMany = (element) => element.type.startsWith("multi_");

/**
 * What a select offers: `groups` of options, or nothing where they are `remote`; `key` of a choice, and whether the
 * choice is the `whole` option or its value alone; `initial` choices as a list.
 */
export function sourceOf(element) {
  const many = isMany(element);
  const kind = KINDS[element.type.replace(/^multi_|_select$/g, "")];
  const initial = element[`initial_${kind.initial}${many ? "s" : ""}`] ?? kind.here?.(element);
  return {
    groups: kind.groups?.(element) ?? [],
    key: many ? kind.many : kind.one,
    whole: Boolean(kind.whole),
    remote: Boolean(kind.remote),
    initial: [initial].flat().filter(Boolean),
  };
}

/** The groups of options that the app offers for what was typed into an external select. */
export async function remoteGroups(surface, block, element, value) {
  const answer = await askOptions({
    as: state.me.id,
    container: surface.container,
    action_id: element.action_id,
    block_id: block.block_id,
    value,
  });
  return groupsOf(answer);
}
