/** Over the composer: what the app is doing in this thread, with a way to stop it, and the prompts it suggests. */
import { stopSession } from "../api.js";
import { app } from "../directory.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { authorOf } from "../people.js";
import { state, subscribe } from "../state.js";

const TURN_MS = 2500;

export class SessionBar {
  /** `send(text)` sends a suggested prompt; `named(title)` hears the thread's title. */
  constructor({ send, named }) {
    Object.assign(this, { send, named, where: {}, newest: null });
    this.face = el("span.session-face");
    this.words = el("span.session-words");
    this.stopButton = button("button.button.stop", { on: { click: () => this.stop() } }, icon("stop"), "Stop");
    this.status = el(
      "div.session-status",
      { role: "status" },
      this.face,
      this.words,
      el("span.session-dots", { "aria-hidden": "true" }, el("i"), el("i"), el("i")),
      this.stopButton,
    );
    this.prompts = el("div.session-prompts");
    this.node = el("div.session", {}, this.prompts, this.status);
    subscribe("thread_status", (event) => this.take(event));
    this.show(null);
  }

  /** Listens for the thread `where` = `{ channel, thread }`: what happens while it is being read is not lost. */
  turnTo(where) {
    this.where = where;
    this.newest = null;
  }

  /** Shows the thread turned to: what has happened since, or else what was read of its session. */
  show(held) {
    this.draw(this.newest ?? held ?? {});
  }

  take(event) {
    const here = event.channel === this.where.channel && (event.thread_ts ?? null) === (this.where.thread ?? null);
    if (!here) return;
    this.newest = event;
    this.draw(event);
  }

  draw(session) {
    const { status = "", title, prompts = [], prompts_title: promptsTitle } = session;
    clearInterval(this.turning);
    this.status.hidden = !status;
    if (status) this.say(session);
    if (title) this.named?.(title);
    this.prompts.hidden = prompts.length === 0;
    this.prompts.replaceChildren(
      ...(promptsTitle && prompts.length ? [el("p.quiet", {}, promptsTitle)] : []),
      ...prompts.map(({ title: label, message }) =>
        button("button.suggestion", { on: { click: () => this.send(message) } }, label),
      ),
    );
  }

  /** "Haggle is thinking…", or the app's own words for it by turns. */
  say({ status, loading_messages: turns = [], username, icons, stoppable = false }) {
    const author = authorOf({ bot_id: app().bot_id, username, icons });
    this.face.replaceChildren(author.face());
    this.stopButton.hidden = !stoppable;
    const all = turns.length ? turns : [`${author.name} ${status}`];
    let at = 0;
    this.words.textContent = all[0];
    if (all.length < 2) return;
    this.turning = setInterval(() => {
      at = (at + 1) % all.length;
      this.words.textContent = all[at];
    }, TURN_MS);
  }

  stop() {
    const { channel, thread } = this.where;
    attempt(() => stopSession({ as: state.me.id, channel, thread_ts: thread }));
  }
}
