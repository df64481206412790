/** The values under the pointer, or under the category that was reached with the arrow keys. */
import { el, svg } from "../dom.js";
import { numberText } from "./scale.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

export class Readout {
  /** Shows on `stage` the `stops` of a drawing: each has an `x`, a `title` and `rows` of `{ sample, name, value }`. */
  constructor(stage) {
    this.stage = stage;
    this.at = -1;
    this.stops = [];
    this.box = el("div.readout", { hidden: true });
    this.spoken = el("span.visually-hidden", { role: "status" });
    stage.addEventListener("pointermove", (event) => this.follow(event));
    stage.addEventListener("pointerdown", (event) => this.follow(event));
    stage.addEventListener("pointerleave", () => this.show(-1));
    stage.addEventListener("blur", () => this.show(-1));
    stage.addEventListener("keydown", (event) => this.takeKey(event));
  }

  /** Takes in a new drawing. */
  put({ stops, cursor }) {
    this.stops = stops;
    this.cursor = cursor && svg("line", { class: "cursor", ...cursor, visibility: "hidden" });
    if (this.cursor) this.stage.querySelector("svg").append(this.cursor);
    this.stage.append(this.box, this.spoken);
    this.show(-1);
  }

  follow(event) {
    const slice = event.target.closest?.("[data-stop]");
    const x = event.clientX - this.stage.getBoundingClientRect().left;
    const distances = this.stops.map((stop) => Math.abs(stop.x - x));
    const nearest = distances.indexOf(Math.min(...distances));
    this.show(this.cursor ? nearest : slice ? Number(slice.dataset.stop) : -1);
  }

  takeKey(event) {
    if (event.key === "Escape" && this.at >= 0) {
      event.preventDefault();
      this.show(-1);
    }
    const step = STEPS[event.key];
    if (!step || !this.stops.length) return;
    event.preventDefault();
    const next = this.at < 0 && step < 0 ? this.stops.length - 1 : this.at + step;
    this.show(Math.max(0, Math.min(this.stops.length - 1, next)));
    const stop = this.stops[this.at];
    this.spoken.textContent = `${stop.title}: ${stop.rows.map((row) => `${row.name} ${row.words}`).join(", ")}`;
  }

  show(at) {
    this.at = at;
    const stop = this.stops[at];
    this.box.hidden = !stop;
    this.cursor?.setAttribute("visibility", stop ? "visible" : "hidden");
    if (!stop) return;
    this.cursor?.setAttribute("x1", stop.x);
    this.cursor?.setAttribute("x2", stop.x);
    this.box.replaceChildren(
      el("strong", {}, stop.title),
      ...stop.rows.map((row) => el("div.readout-row", {}, row.sample, el("span", {}, row.name), el("b", {}, row.words))),
    );
    const room = this.stage.clientWidth - this.box.offsetWidth;
    const aside = stop.x + 12 + this.box.offsetWidth > this.stage.clientWidth ? -12 - this.box.offsetWidth : 12;
    this.box.style.left = `${Math.max(0, Math.min(room, stop.x + aside))}px`;
    this.box.style.top = `${stop.y ?? 8}px`;
  }
}

/** The stops of a chart of series: one for each category, with every series that has a value there. */
export function stopsOfSeries(series, categories, x, sampleOf) {
  return categories.map((label, index) => ({
    x: x(index),
    title: label,
    rows: series.flatMap((one, at) => {
      const found = one.data.find((point) => point.label === label);
      return found ? [{ sample: sampleOf(at), name: one.name, words: numberText(found.value) }] : [];
    }),
  }));
}
