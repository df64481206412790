/** The sandbox's clock: what it shows, and how to move and stop it. */
import { moveClock } from "../api.js";
import { askTime, clockSetting, now, setClock } from "../clock.js";
import { el } from "../dom.js";
import { notify } from "../notices.js";
import { subscribe } from "../state.js";
import { doing, tool } from "./tool.js";

const SECOND_MS = 1000;
const STEPS = [
  ["+ 1 minute", 60],
  ["+ 1 hour", 3600],
  ["+ 1 day", 86400],
];
const SHOWN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

function aheadWords(seconds) {
  if (Math.abs(seconds) < 1) return "as on this machine";
  const minutes = Math.round(seconds / 60);
  const parts = [
    [Math.floor(minutes / 1440), "d"],
    [Math.floor(minutes / 60) % 24, "h"],
    [minutes % 60, "min"],
  ].filter(([count]) => count);
  const words = parts.map(([count, unit]) => `${count} ${unit}`).join(" ");
  return `${words || `${Math.round(seconds)} s`} ahead of this machine`;
}

export class ClockTool {
  constructor() {
    this.time = el("p.clock-time", {}, "…");
    this.ahead = el("p.quiet");
    this.date = el("input.entry", { type: "datetime-local", "aria-label": "Date and time", step: 60 });
    this.freeze = doing("Freeze", () => this.move({ frozen: !clockSetting().frozen }));
    this.node = tool(
      "Clock",
      "Everything that waits in the sandbox goes by it. It only moves forward.",
      this.time,
      this.ahead,
      el(
        "div.button-row",
        {},
        STEPS.map(([label, advance]) => doing(label, () => this.move({ advance }))),
        this.freeze,
      ),
      el(
        "div.tool-line",
        {},
        this.date,
        doing("Go there", () => this.goTo()),
      ),
    );
    subscribe("clock", () => this.draw());
  }

  start() {
    askTime();
    this.timer ??= setInterval(() => this.draw(), SECOND_MS);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
  }

  async move(change) {
    setClock(await moveClock(change));
  }

  async goTo() {
    if (!this.date.value) return void notify("Choose a date and a time first.");
    await this.move({ to: new Date(this.date.value).toISOString() });
  }

  draw() {
    const { frozen, offset } = clockSetting();
    this.time.textContent = SHOWN.format(new Date(now() * SECOND_MS));
    this.ahead.textContent = frozen ? `Frozen, ${aheadWords(offset)}` : aheadWords(offset);
    this.freeze.textContent = frozen ? "Let it go" : "Freeze";
  }
}
