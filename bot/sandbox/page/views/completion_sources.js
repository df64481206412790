/** What can be completed while typing: commands and shortcuts after "/", people, groups and personas after "@", channels after "#", emoji after ":". */
import { app, channelsOf, commands, displayName, people, shortcuts, usergroups } from "../directory.js";
import { el } from "../dom.js";
import { emojiLike } from "../emoji.js";
import { icon } from "../icons.js";
import { appFace, personFace } from "../people.js";
import { state } from "../state.js";
import { runShortcut } from "./shortcut.js";

const MOST = 8;
const EVERYBODY = [
  ["channel", "Everyone in this channel"],
  ["here", "Everyone who is active here"],
];

const startsLike = (part) => (words) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.startsWith(part)) || words.toLowerCase().startsWith(part);

function commandChoices(part, { channel }) {
  const own = commands().map(({ command, description, usage_hint: hint }) => ({
    text: command,
    title: command,
    hint,
    note: description,
    face: appFace(),
  }));
  const invite = {
    text: "/invite",
    title: "/invite",
    hint: `@${app().name}`,
    note: "Add the app to this channel",
  };
  const typed = [...own, invite].filter(({ text }) => text.startsWith(`/${part}`));
  return [...typed, ...shortcutChoices(part, channel)];
}

function shortcutChoices(part, channel) {
  return shortcuts("global")
    .filter(({ name }) => startsLike(part)(name))
    .map((shortcut) => ({
      title: shortcut.name,
      note: shortcut.description,
      face: icon("bolt"),
      run: () => runShortcut(shortcut, { channel }),
    }));
}

/** Names under which an app has spoken here: typed as plain text, for nobody can be mentioned by them. */
function personaChoices(matches, personas) {
  return personas
    .filter(({ name }) => matches(name))
    .map(({ name, face }) => ({
      text: `@${name}`,
      title: name,
      note: "Persona · stays plain text",
      face: face(),
      names: [name],
    }));
}

function peopleChoices(part, { personas }) {
  const matches = startsLike(part);
  const users = people()
    .filter((user) => matches(displayName(user)) || matches(user.name ?? ""))
    .map((user) => ({
      text: `@${displayName(user)}`,
      title: displayName(user),
      note: [`@${user.name}`, user.profile?.title || user.title].filter(Boolean).join(" · "),
      face: personFace(user),
      names: [displayName(user), user.name],
    }));
  const bot = {
    text: `@${app().name}`,
    title: app().name,
    note: "App",
    face: appFace(),
    names: [app().name],
  };
  const groups = usergroups()
    .filter(({ handle, name }) => matches(handle) || matches(name))
    .map(({ handle, name, users: members }) => ({
      text: `@${handle}`,
      title: `@${handle}`,
      note: `${name} · ${members?.length ?? 0} people`,
      face: icon("people"),
      names: [handle],
    }));
  const everybody = EVERYBODY.filter(([name]) => matches(name)).map(([name, note]) => ({
    text: `@${name}`,
    title: `@${name}`,
    note,
    face: icon("people"),
    names: [name],
  }));
  return [
    ...personaChoices(matches, personas()),
    ...users,
    ...(matches(app().name) ? [bot] : []),
    ...groups,
    ...everybody,
  ];
}

function channelChoices(part) {
  return channelsOf(state.me)
    .filter(({ name, is_mpim: isGroup }) => !isGroup && name.startsWith(part))
    .map(({ name }) => ({ text: `#${name}`, title: `#${name}`, names: [name] }));
}

function emojiChoices(part) {
  if (part.length < 2) return [];
  return emojiLike(part, MOST).map(([name, character]) => ({
    text: `:${name}:`,
    title: `:${name}:`,
    face: el("span.emoji", {}, character),
  }));
}

const TRIGGERS = [
  { pattern: /^\/(\S*)$/, choices: commandChoices },
  { pattern: /(?:^|[\s(])@([\p{L}\w.-]*)$/u, choices: peopleChoices },
  { pattern: /(?:^|[\s(])#([\w-]*)$/, choices: channelChoices },
  { pattern: /(?:^|[\s(]):([\w+-]+)$/, choices: emojiChoices },
];

/** Suggestions for the end of `before`, and where in it they begin. `setting` has `channel` and `personas()`. */
export function suggestionsFor(before, setting) {
  for (const { pattern, choices } of TRIGGERS) {
    const found = before.match(pattern);
    if (!found) continue;
    const part = found[1].toLowerCase();
    return { from: before.length - found[1].length - 1, choices: choices(part, setting).slice(0, MOST) };
  }
  return { from: 0, choices: [] };
}

/** Whether `typed`, such as "@ana" or "/haggle", says all of `choice` already. */
export function isWhole(typed, { text, names = [] }) {
  const low = typed.toLowerCase();
  return low === text?.toLowerCase() || names.some((name) => low.slice(1) === name.toLowerCase());
}
