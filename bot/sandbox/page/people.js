/** Faces and names of people, of the app, and of those the app speaks as. */
import { app, displayName, userById } from "./directory.js";
import { el } from "./dom.js";
import { emojiFor } from "./emoji.js";
import { mark } from "./icons.js";

const HUES = 8;
const PICTURES = ["image_72", "image_64", "image_48", "image_36"];

function hueOf(text) {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return sum % HUES;
}

function initialsOf(name) {
  const words = name
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .split(/\s+/)
    .filter(Boolean);
  const letters = words.length > 1 ? [words[0][0], words.at(-1)[0]] : [...(words[0] ?? "?")].slice(0, 2);
  return letters.join("").toUpperCase();
}

function initialsFace(name, key) {
  return el("span.avatar", { "aria-hidden": "true", data: { hue: hueOf(key) } }, initialsOf(name));
}

function emojiFace(character, key) {
  return el("span.avatar.avatar-emoji", { "aria-hidden": "true", data: { hue: hueOf(key) } }, character);
}

function imageFace(address, name, key) {
  const image = el("img", { src: address, alt: "", loading: "lazy" });
  const face = el("span.avatar", { "aria-hidden": "true" }, image);
  image.addEventListener("error", () => face.replaceWith(initialsFace(name, key)));
  return face;
}

/** The face of the app itself. */
export function appFace() {
  return el("span.avatar.avatar-app", { "aria-hidden": "true" }, mark());
}

/** The face of a person, in the colour that the workspace gave them. */
export function personFace(user) {
  const face = initialsFace(displayName(user), user?.id ?? "");
  if (/^[0-9a-f]{6}$/i.test(user?.color ?? "")) face.style.setProperty("--hue", `#${user.color}`);
  return face;
}

function customFace(message, name) {
  const icons = message.icons ?? {};
  const picture = PICTURES.map((size) => icons[size]).find(Boolean);
  if (picture) return imageFace(picture, name, name);
  const character = icons.emoji && emojiFor(icons.emoji);
  if (character) return emojiFace(character, name);
  return message.username ? initialsFace(name, name) : appFace();
}

const isByBot = (message) => Boolean(message.bot_id) || message.user === app().bot_user_id;

function appAuthor(message) {
  const name = message.username || app().name;
  return { name, key: `app/${name}`, isApp: true, face: () => customFace(message, name) };
}

/** Somebody outside of the directory, such as Slackbot. */
function namedAuthor(message) {
  const name = message.username;
  return { name, key: `note/${name}`, isApp: false, face: () => customFace(message, name) };
}

/** Who wrote a message: the name read above it, a key equal for equal authors, its face and whether an app wrote it. */
export function authorOf(message) {
  if (isByBot(message)) return appAuthor(message);
  const user = userById(message.user);
  if (!user && message.username) return namedAuthor(message);
  return { name: displayName(user), key: `user/${message.user}`, isApp: false, face: () => personFace(user) };
}
