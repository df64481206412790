/** Puts the page together: places, the person one acts as, the live stream, keys. */
import { readAddress, writeAddress } from "./address.js";
import { askTime } from "./clock.js";
import { appIsIn, channelsOf, displayName, findChannel, personToBe } from "./directory.js";
import { el } from "./dom.js";
import { refuseStrayFiles } from "./drops.js";
import { Inspector } from "./inspector/inspector.js";
import { takePageKey } from "./keyboard.js";
import { Live, reloadModals, reloadWorkspace } from "./live.js";
import { announce, mountNotices } from "./notices.js";
import { publish, state, subscribe } from "./state.js";
import { Stream } from "./stream.js";
import { applyTheme } from "./theme.js";
import { recount } from "./unread.js";
import { ChannelPane } from "./views/channel.js";
import { ModalHost } from "./views/modal.js";
import { Sidebar } from "./views/sidebar.js";
import { ThreadPane } from "./views/thread.js";

const APP_TABS = new Set(["home", "about"]);
const PERSON_KEY = "haggle-sandbox-person";

function firstChannel(person) {
  const channels = channelsOf(person);
  return (channels.find(appIsIn) ?? channels[0])?.id ?? "dm";
}

/** The channel that was asked for: by its id where it is known, else as it was asked, so that the pane can say why not. */
function channelFor(wanted, person) {
  if (wanted.channel === "dm" || APP_TABS.has(wanted.view)) return "dm";
  if (!wanted.channel) return firstChannel(person);
  const channel = findChannel(wanted.channel, person);
  return channel?.is_im ? "dm" : (channel?.id ?? wanted.channel);
}

function placeFor(wanted, person) {
  const view = APP_TABS.has(wanted.view) ? wanted.view : "messages";
  return { channel: channelFor(wanted, person), thread: wanted.thread ?? null, view };
}

class Page {
  constructor() {
    this.sidebar = new Sidebar();
    this.channelPane = new ChannelPane();
    this.threadPane = new ThreadPane();
    this.modals = new ModalHost();
    this.inspector = new Inspector();
    this.live = new Live(this.channelPane, this.threadPane);
    this.stream = new Stream({
      onEvent: (event) => this.live.take(event),
      onOpen: () => this.connected(),
      onLost: () => this.lost(),
    });
    this.veil = el("div.veil", { on: { click: () => this.drawer(false) } });
    this.listen();
  }

  listen() {
    subscribe("go", (wanted) => this.go({ ...state.place, ...wanted }));
    subscribe("become", (person) => this.become(person));
    subscribe("permalink", (link) => this.followPermalink(link));
    subscribe("drawer", (open) => this.drawer(open));
    addEventListener("popstate", () => this.followAddress());
    addEventListener("keydown", takePageKey);
    refuseStrayFiles();
    document.querySelector(".skip").addEventListener("click", (event) => this.skipToMessages(event));
  }

  async start() {
    mountNotices();
    document
      .querySelector("#page")
      .replaceChildren(this.sidebar.node, this.veil, this.channelPane.node, this.threadPane.node, this.inspector.node);
    this.inspector.restore();
    await Promise.all([reloadWorkspace(), askTime()]);
    const wanted = readAddress();
    state.me = personToBe(wanted.as ?? sessionStorage.getItem(PERSON_KEY));
    if (!state.me) return void this.lost();
    this.stream.follow(state.me.id);
    reloadModals();
    recount();
    await this.go(placeFor(wanted, state.me), { replace: true });
    this.reveal(wanted.message);
  }

  go(wanted, { replace = false } = {}) {
    const place = { ...wanted, channel: findChannel(wanted.channel, state.me)?.is_im ? "dm" : wanted.channel };
    const moved =
      place.channel !== state.place.channel || place.view !== state.place.view || !this.channelPane.channel;
    state.place = place;
    writeAddress(
      { ...place, as: state.me.name ?? state.me.id, channel: this.nameOf(place.channel) },
      { replace },
    );
    this.drawer(false);
    publish("place");
    return this.draw(place, moved);
  }

  nameOf(channelId) {
    const channel = findChannel(channelId, state.me);
    return channel?.is_im ? "dm" : (channel?.name ?? channelId);
  }

  async draw(place, moved) {
    document.body.dataset.thread = String(Boolean(place.thread));
    if (!place.thread) this.threadPane.hide();
    if (moved) await this.live.waitFor(() => this.channelPane.show(place));
    const { channel } = this.channelPane;
    if (place !== state.place || !channel) return;
    state.place.channel = channel.is_im ? "dm" : channel.id;
    if (place.thread && !this.threadPane.isShowing(channel.id, place.thread))
      await this.live.waitFor(() => this.threadPane.show(channel, place.thread));
  }

  become(person) {
    if (person.id === state.me.id) return;
    const keep = placeFor(
      { channel: this.nameOf(state.place.channel), view: state.place.view, thread: state.place.thread },
      person,
    );
    const stays = keep.channel === "dm" || channelsOf(person).some((channel) => channel.id === keep.channel);
    state.me = person;
    sessionStorage.setItem(PERSON_KEY, person.id);
    recount();
    this.channelPane.channel = null;
    this.threadPane.hide();
    this.stream.follow(person.id);
    this.go(stays ? keep : placeFor({}, person));
    reloadModals();
    announce(`You are ${displayName(person)} now.`);
  }

  followAddress() {
    const wanted = readAddress();
    const person = personToBe(wanted.as ?? state.me.id);
    if (person.id !== state.me.id) this.become(person);
    this.go(placeFor(wanted, person), { replace: true });
  }

  async followPermalink({ channel, ts, thread }) {
    await this.go({ channel, view: "messages", thread: thread ?? state.place.thread });
    this.reveal(ts);
  }

  /** Brings the message at `ts` into view, in the thread if it is there, else in the channel. */
  async reveal(ts) {
    if (ts && !(state.place.thread && (await this.threadPane.list.reveal(ts)))) this.channelPane.list.reveal(ts);
  }

  connected() {
    const wasLost = !state.streamIsOpen;
    state.streamIsOpen = true;
    publish("status");
    if (!wasLost) return;
    this.live.resync();
  }

  lost() {
    state.streamIsOpen = false;
    publish("status");
  }

  drawer(open) {
    document.body.dataset.drawer = String(open);
    if (open) this.sidebar.node.querySelector("[aria-current]")?.focus();
  }

  skipToMessages(event) {
    event.preventDefault();
    this.channelPane.node.querySelector(".scroller, .home")?.focus();
  }
}

applyTheme();
new Page().start();
