/** The sandbox's clock: what it shows, and how to move and stop it. */
import { el } from "../dom.js";
import { notify } from "../notices.js";
import { moveClock, readClock } from "./calls.js";
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
    this.freeze = doing("Freeze", () => this.move({ frozen: !this.reading?.frozen }));
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
  }

  async read() {
    try {
      this.show(await readClock());
    } catch (problem) {
      this.ahead.textContent = problem.message;
    }
  }

  async move(change) {
    this.show(await moveClock(change));
  }

  async goTo() {
    if (!this.date.value) return void notify("Choose a date and a time first.");
    await this.move({ to: new Date(this.date.value).toISOString() });
  }

  /** Shows a reading of `{ now, offset, frozen }` and keeps it going. */
  show(reading) {
    this.reading = { ...reading, taken: performance.now() };
    this.freeze.textContent = reading.frozen ? "Let it go" : "Freeze";
    this.stop();
    this.tick();
    this.timer = reading.frozen ? null : setInterval(() => this.tick(), SECOND_MS);
  }

  tick() {
    const { now, offset, frozen, taken } = this.reading;
    const passed = frozen ? 0 : (performance.now() - taken) / SECOND_MS;
    this.time.textContent = SHOWN.format(new Date((now + passed) * SECOND_MS));
    this.ahead.textContent = frozen ? `Frozen, ${aheadWords(offset)}` : aheadWords(offset);
  }

  stop() {
    clearInterval(this.timer);
  }
}
