/** What there is to know of a channel: about it, who is in it, what is pinned. */
import { addMember, readPins, removeMember } from "../api.js";
import { following } from "../clock.js";
import { app, appIsIn, channelTitle, displayName, findChannel, people, peopleIn, userById } from "../directory.js";
import { button, el, freshId } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { appFace, authorOf, personFace } from "../people.js";
import { publish, state, subscribe } from "../state.js";
import { wordsOf } from "../text/mrkdwn.js";
import { dayName, timeOf } from "../time.js";

const TABS = [
  ["about", "About"],
  ["members", "Members"],
  ["pins", "Pinned"],
];

const day = (ts) => following(el("span"), () => dayName(ts));

function fact(term, ...words) {
  return [el("dt", {}, term), el("dd", {}, ...words)];
}

function about(channel) {
  const creator = userById(channel.creator);
  return el(
    "dl.facts",
    {},
    ...fact("Topic", channel.topic?.value || el("span.quiet", {}, "None")),
    ...fact("Description", channel.purpose?.value || el("span.quiet", {}, "None")),
    ...fact("Kind", channel.is_mpim ? "Group direct message" : channel.is_private ? "Private channel" : "Public channel"),
    ...(creator ? fact("Made by", `${displayName(creator)}, `, day(channel.created)) : []),
    ...fact("Channel ID", el("code", {}, channel.id)),
  );
}

function memberLine(channel, { id, name, note, face }) {
  const leave = id === state.me.id;
  const remove = () => attempt(() => removeMember(channel.id, id));
  return el(
    "li",
    {},
    face,
    el("span.member-name", {}, el("strong", {}, name), el("span.quiet", {}, note)),
    !channel.is_mpim &&
      button(
        "button.button",
        { "aria-label": leave ? "Leave" : `Remove ${name}`, on: { click: remove } },
        leave ? "Leave" : "Remove",
      ),
  );
}

function addLine(channel, { id, name, face }) {
  const add = () => attempt(() => addMember(channel.id, id));
  return el(
    "li",
    {},
    face,
    el("span.member-name", {}, el("strong", {}, name)),
    button("button.button", { "aria-label": `Add ${name}`, on: { click: add } }, "Add"),
  );
}

const asLine = (user) => ({
  id: user.id,
  name: displayName(user),
  note: user.profile?.title ?? "",
  face: personFace(user),
});

function members(channel) {
  const bot = { id: app().bot_user_id, name: app().name, note: "App", face: appFace() };
  const inside = [...peopleIn(channel).map(asLine), ...(appIsIn(channel) ? [bot] : [])];
  const outside = [...people().map(asLine), bot].filter(({ id }) => !inside.some((each) => each.id === id));
  return el(
    "div",
    {},
    el("ul.member-list", {}, inside.map((line) => memberLine(channel, line))),
    outside.length > 0 &&
      !channel.is_mpim && [
        el("h3", {}, "Not in this channel"),
        el("ul.member-list", {}, outside.map((line) => addLine(channel, line))),
      ],
  );
}

function pinLine(channel, message, close) {
  const author = authorOf(message);
  const open = () => {
    close();
    publish("permalink", { channel: channel.id, ts: message.ts, thread: message.thread_ts });
  };
  return el(
    "li",
    {},
    author.face(),
    el(
      "span.member-name",
      {},
      el("strong", {}, author.name, el("span.quiet", {}, " ", day(message.ts), `, ${timeOf(message.ts)}`)),
      el("span", {}, wordsOf(message.text)),
    ),
    button("button.button", { on: { click: open } }, "Open"),
  );
}

function pins(channel, close) {
  const node = el("div", {}, el("p.quiet", {}, "Reading…"));
  attempt(() => readPins(state.me.id, channel.id)).then((answer) => {
    const messages = answer?.messages ?? [];
    node.replaceChildren(
      messages.length
        ? el("ul.member-list", {}, messages.map((message) => pinLine(channel, message, close)))
        : el("p.quiet", {}, "Nothing is pinned. Pin a message from its menu to keep it at hand."),
    );
  });
  return node;
}

class Details {
  constructor(channel, tab) {
    Object.assign(this, { channel, tab });
    const titleId = freshId("details");
    this.heading = el("h2", { id: titleId });
    this.tabs = el("div.tabs", { role: "tablist", "aria-label": "Channel details" });
    this.body = el("div.dialog-body.details-body", { role: "tabpanel", tabindex: 0, "aria-labelledby": titleId });
    const close = () => this.dialog.close();
    this.dialog = el(
      "dialog.dialog.details",
      { "aria-labelledby": titleId, on: { click: (event) => event.target === this.dialog && close() } },
      el(
        "header.dialog-head",
        {},
        this.heading,
        button("button.icon-button", { "aria-label": "Close", on: { click: close } }, icon("close")),
      ),
      this.tabs,
      this.body,
    );
  }

  open() {
    document.body.append(this.dialog);
    this.dialog.addEventListener("close", () => this.dialog.remove());
    this.draw();
    this.dialog.showModal();
    this.tabs.querySelector("[aria-selected=true]").focus();
  }

  /** Draws the channel as it now stands; one that the person has left closes the dialog. */
  renew() {
    if (!this.dialog.isConnected) return;
    this.channel = findChannel(this.channel.id, state.me) ?? this.channel;
    this.draw();
  }

  draw() {
    this.heading.textContent = channelTitle(this.channel, state.me);
    const tab = ([key, label]) =>
      button(
        "button.tab",
        {
          role: "tab",
          "aria-selected": String(key === this.tab),
          tabindex: key === this.tab ? 0 : -1,
          on: { click: () => this.turn(key), keydown: (event) => this.step(event) },
        },
        label,
      );
    this.tabs.replaceChildren(...TABS.map(tab));
    const close = () => this.dialog.close();
    this.body.replaceChildren({ about, members, pins }[this.tab](this.channel, close));
  }

  turn(tab) {
    this.tab = tab;
    this.draw();
    this.tabs.querySelector("[aria-selected=true]").focus();
  }

  step(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = TABS.findIndex(([key]) => key === this.tab);
    this.turn(TABS[(at + step + TABS.length) % TABS.length][0]);
  }
}

let shown = null;
subscribe("workspace", () => shown?.renew());

/** Opens the details of `channel` on "about", "members" or "pins". */
export function openDetails(channel, tab = "about") {
  shown = new Details(channel, tab);
  shown.open();
}
