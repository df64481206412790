/** What stands above the first message of a channel, and what is shown where there is nothing to read. */
import { app, appIsIn, commands } from "../directory.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { appFace } from "../people.js";
import { publish } from "../state.js";

function commandHint(command) {
  const words = `${command.command} ${command.usage_hint ?? ""}`.trim();
  return button(
    "button.suggestion",
    { on: { click: () => publish("fill", `${command.command} `) } },
    el("code", {}, words),
    el("span", {}, command.description),
  );
}

function appWelcome() {
  return el(
    "div.welcome",
    {},
    appFace(),
    el("h2", {}, app().name),
    el("p", {}, "Your direct messages with the app. What it tells you here, nobody else sees."),
  );
}

/** The beginning of `channel`, with the commands one can try where the app listens. */
export function welcome(channel) {
  if (channel.is_im) return appWelcome();
  const listening = appIsIn(channel);
  return el(
    "div.welcome",
    {},
    el("span.welcome-sign", {}, icon(channel.is_private ? "lock" : "hash")),
    el("h2", {}, channel.name),
    el("p", {}, channel.purpose?.value || "This is the very beginning of the channel."),
    listening && el("div.suggestions", {}, el("span.quiet", {}, "Try"), commands().map(commandHint)),
  );
}

/** A pane that could not be read, with the reason. */
export function unreadable(words) {
  return el("div.empty", {}, icon("warning"), el("h2", {}, "Nothing to show here"), el("p", {}, words));
}
