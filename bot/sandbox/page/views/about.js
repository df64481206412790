/** The About tab of the app: what it is, and what it can be asked. */
import { app, commands, shortcuts, workspace } from "../directory.js";
import { el } from "../dom.js";
import { appFace } from "../people.js";
import { state } from "../state.js";

const line = (name, hint, words) =>
  el("li", {}, el("code", {}, [name, hint].filter(Boolean).join(" ")), el("span.quiet", {}, words ?? ""));

function list(title, lines) {
  return lines.length > 0 && el("section", {}, el("h3", {}, title), el("ul.about-list", {}, lines));
}

const CONNECTION = { socket: "Socket Mode", http: "signed HTTP" };

function facts() {
  const { name, app_id: appId, bot_user_id: botId } = app();
  const listens = `${CONNECTION[workspace().transport] ?? workspace().transport}, ${state.botIsListening ? "listening" : "not listening"}`;
  return el(
    "dl.facts",
    {},
    el("dt", {}, "Name"),
    el("dd", {}, name),
    el("dt", {}, "Connection"),
    el("dd", {}, listens),
    el("dt", {}, "App ID"),
    el("dd", {}, el("code", {}, appId)),
    el("dt", {}, "Bot user ID"),
    el("dd", {}, el("code", {}, botId)),
  );
}

/** The tab, as the manifest describes the app. */
export function aboutApp() {
  const all = [...shortcuts("global"), ...shortcuts("message")];
  return el(
    "div.home",
    { tabindex: 0, role: "tabpanel", "aria-label": "About" },
    el(
      "div.home-content.about",
      {},
      el("header.about-head", {}, appFace(), el("div", {}, el("h2", {}, app().name), el("p", {}, app().description))),
      list(
        "Commands",
        commands().map((each) => line(each.command, each.usage_hint, each.description)),
      ),
      list(
        "Shortcuts",
        all.map((each) => line(each.name, "", each.description)),
      ),
      el("section", {}, el("h3", {}, "In this sandbox"), facts()),
    ),
  );
}
