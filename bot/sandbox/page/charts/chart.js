/** The data_visualization block: a chart, its legend, and the same numbers as a table. */
import { wideFrame } from "../wide.js";
import { el, freshId, svg } from "../dom.js";
import { drawBars } from "./bars.js";
import { drawLines, isFlat } from "./lines.js";
import { drawPie } from "./pie.js";
import { Readout, stopsOfSeries } from "./readout.js";
import { numberText } from "./scale.js";
import { classOf, dashOf, fillOf, markerAt, patterns } from "./series.js";

const FIRST_WIDTH = 520;
const LEAST_CHANGE = 8;

const DRAW = {
  line: (data, width) => drawLines(data, width),
  area: (data, width) => drawLines(data, width, true),
  bar: drawBars,
};

/** The drawing of `data` at a width: its nodes and height, and the stops at which its values are read. */
function drawingOf(data, width, prefix) {
  const sampleOf = (at) => sample(data, at, prefix);
  if (data.type === "pie") return drawPie(data, width, prefix, sampleOf);
  const { height, nodes, space } = DRAW[data.type](data, width, prefix);
  const stops = stopsOfSeries(data.series, data.categories, space.x, sampleOf);
  return { height, nodes, stops, cursor: { y1: space.inner.top, y2: space.inner.bottom } };
}

function dataOf(content) {
  const series = content.series ?? [];
  const axis = content.axis_config ?? {};
  const categories = axis.categories ?? [
    ...new Set(series.flatMap((one) => one.data.map((point) => point.label))),
  ];
  return { type: content.type, series, axis, categories, segments: content.segments ?? [] };
}

const namesOf = (data) =>
  data.type === "pie" ? data.segments.map((segment) => segment.label) : data.series.map((one) => one.name);

function summaryOf(title, data) {
  if (data.type === "pie")
    return `${title}. ${data.segments.map((segment) => `${segment.label} ${numberText(segment.value)}`).join(", ")}.`;
  const ends = data.series.map(
    (one) =>
      `${one.name} from ${numberText(one.data[0]?.value ?? 0)} to ${numberText(one.data.at(-1)?.value ?? 0)}`,
  );
  return `${title}. ${data.type} chart over ${data.categories.length} points: ${ends.join("; ")}.`;
}

function sample(data, at, prefix) {
  const strokes =
    data.type === "line"
      ? [
          svg("path", { class: "line", d: "M1 7h26", "stroke-dasharray": dashOf(at) }),
          isFlat(data.series[at].data) ? null : markerAt(at, 14, 7, 3.5),
        ]
      : [svg("rect", { class: "bar", x: 6, y: 1, width: 16, height: 12, rx: 2, fill: fillOf(prefix, at) })];
  return svg("svg", { class: `sample ${classOf(at)}`, width: 28, height: 14, "aria-hidden": "true" }, strokes);
}

function legend(data, prefix) {
  return el(
    "ul.legend",
    {},
    namesOf(data).map((name, at) => el("li", {}, sample(data, at, prefix), name)),
  );
}

function rowsOf(data) {
  if (data.type === "pie")
    return [["", "Value"], ...data.segments.map((segment) => [segment.label, numberText(segment.value)])];
  const valueAt = (one, label) => {
    const found = one.data.find((point) => point.label === label);
    return found ? numberText(found.value) : "–";
  };
  return [
    [data.axis.x_label ?? "", ...data.series.map((one) => one.name)],
    ...data.categories.map((label) => [label, ...data.series.map((one) => valueAt(one, label))]),
  ];
}

function asTable(data, title) {
  const [head, ...rows] = rowsOf(data);
  return el(
    "details.chart-data",
    {},
    el("summary", {}, "Show as a table"),
    wideFrame(
      title,
      el(
        "table",
        {},
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            head.map((cell, at) => el("th", { scope: "col", data: { align: at ? "right" : "left" } }, cell)),
          ),
        ),
        el(
          "tbody",
          {},
          rows.map(([name, ...cells]) =>
            el(
              "tr",
              {},
              el("th", { scope: "row" }, name),
              cells.map((cell) => el("td", { data: { align: "right" } }, cell)),
            ),
          ),
        ),
      ),
    ),
  );
}

function drawInto(stage, readout, data, title, prefix, width) {
  const { height, nodes, ...reading } = drawingOf(data, width, prefix);
  stage.replaceChildren(
    svg(
      "svg",
      {
        class: "chart",
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: "img",
        "aria-label": summaryOf(title, data),
      },
      patterns(prefix, namesOf(data).length),
      nodes,
    ),
  );
  readout.put(reading);
}

function redrawOnResize(stage, redraw) {
  let drawnAt = FIRST_WIDTH;
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width < 50 || Math.abs(contentRect.width - drawnAt) < LEAST_CHANGE) return;
    drawnAt = contentRect.width;
    redraw(drawnAt);
  }).observe(stage);
}

/** The whole figure; it is drawn again when the width of the pane changes, so that its text keeps its size. */
export function chart(block) {
  const data = dataOf(block.chart);
  const prefix = freshId("fill");
  const stage = el("div.chart-stage", {
    tabindex: 0,
    role: "group",
    "aria-label": `${block.title}: read the values with the arrow keys`,
  });
  const readout = new Readout(stage);
  drawInto(stage, readout, data, block.title, prefix, FIRST_WIDTH);
  redrawOnResize(stage, (width) => drawInto(stage, readout, data, block.title, prefix, width));
  return el(
    "figure.chart-figure",
    {},
    el("figcaption", {}, block.title),
    stage,
    legend(data, prefix),
    asTable(data, block.title),
  );
}
