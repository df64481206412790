/** People, channels and the app of the workspace, found by id or by name. */

let known = { team: {}, users: [], you_can_be: [], channels: [], commands: [], app: {} };

/** Takes in the answer of the workspace call. */
export function fill(workspace) {
  known = { ...known, ...workspace };
}

export const workspace = () => known;
export const app = () => known.app;
export const commands = () => known.commands;

/** The app's shortcuts of one type: "global" or "message". */
export const shortcuts = (type) => (known.shortcuts ?? []).filter((each) => each.type === type);

/** Named groups of people, each with `id`, `handle`, `name` and `users`. */
export const usergroups = () => known.usergroups ?? [];

export const actable = () => known.you_can_be;

/** The person or bot user with this id, or undefined. */
export const userById = (id) => known.users.find((user) => user.id === id);

/** The name people read: the full name, else the handle. */
export function displayName(user) {
  return user?.real_name || user?.profile?.real_name || user?.name || "Someone";
}

/** Who `wanted` names (id or handle) among those one may act as; the first of them where it names none. */
export function personToBe(wanted) {
  return known.you_can_be.find((user) => user.id === wanted || user.name === wanted) ?? known.you_can_be[0];
}

const holds = (channel, userId) => (channel.members ?? []).includes(userId);

/** Whether the person is in the channel; not so for a channel that the directory does not know yet. */
export const isMember = (channel, user) =>
  Boolean(channel) && (channel.user === user.id || holds(channel, user.id));

/** The channels that `user` is in, without direct messages, in the order of the workspace. */
export function channelsOf(user) {
  return known.channels.filter((channel) => !channel.is_im && holds(channel, user.id));
}

/** The direct messages of `user` with the app, or undefined before the first one. */
export function directMessagesOf(user) {
  return known.channels.find(
    (channel) => channel.is_im && (channel.user === user.id || holds(channel, user.id)),
  );
}

/** The channel with this id or name; "dm" is the person's own with the app. */
export function findChannel(wanted, user) {
  if (wanted === "dm") return directMessagesOf(user);
  return known.channels.find((channel) => channel.id === wanted || (!channel.is_im && channel.name === wanted));
}

/** "#practice", or for a group direct message the names of the others in it. */
export function channelTitle(channel, user) {
  if (!channel.is_mpim) return `#${channel.name}`;
  const others = (channel.members ?? []).filter((id) => id !== user.id).map((id) => displayName(userById(id)));
  return others.join(", ");
}

/** Public channels that `user` could join. */
export function joinable(user) {
  return known.channels.filter(
    (each) => !each.is_im && !each.is_mpim && !each.is_private && !each.is_archived && !holds(each, user.id),
  );
}

/** Whether the app is in `channel`, and so hears and may post there. */
export function appIsIn(channel) {
  return Boolean(channel?.is_im) || holds(channel ?? {}, known.app.bot_user_id);
}

/** The people of a channel, without bots. */
export function peopleIn(channel) {
  return (channel?.members ?? []).map(userById).filter((user) => user && !user.is_bot);
}

/** Every person of the workspace, without bots. */
export const people = () => known.users.filter((user) => !user.is_bot && user.id !== known.app.bot_user_id);
