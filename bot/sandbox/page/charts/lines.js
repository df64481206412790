/** Line and area charts. */
import { svg } from "../dom.js";
import { frame, layout } from "./frame.js";
import { classOf, dashOf, fillOf, markerAt } from "./series.js";
import { numberText } from "./scale.js";

const MOST_LABELLED_POINTS = 16;

function pointsOf(series, categories, space) {
  return categories.flatMap((label, at) => {
    const found = series.data.find((point) => point.label === label);
    return found ? [{ x: space.x(at), y: space.y(found.value), value: found.value, label }] : [];
  });
}

const pathOf = (points) => points.map(({ x, y }, at) => `${at ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

function areaOf(points, floor) {
  if (!points.length) return "";
  return `${pathOf(points)}L${points.at(-1).x.toFixed(1)} ${floor}L${points[0].x.toFixed(1)} ${floor}Z`;
}

function pointLabel(point, at, series) {
  const others = series.flatMap((line, other) => (other === at ? [] : line.points.filter((each) => each.x === point.x)));
  const below = others.some((other) => other.y < point.y) && !others.some((other) => other.y > point.y);
  return svg("text", { class: "point-label", x: point.x, y: point.y + (below ? 18 : -10), "text-anchor": "middle" }, numberText(point.value));
}

function isFlat(points) {
  return points.length > 1 && points.every((point) => point.value === points[0].value);
}

function labelsOf(line, at, drawn) {
  const total = drawn.reduce((sum, each) => sum + each.points.length, 0);
  if (total > MOST_LABELLED_POINTS) return [];
  const labelled = isFlat(line.points) ? line.points.slice(-1) : line.points;
  return labelled.map((point) => pointLabel(point, at, drawn));
}

function drawLine(line, at, drawn) {
  return svg("g", { class: classOf(at) },
    svg("path", { class: "line", d: pathOf(line.points), "stroke-dasharray": dashOf(at) }),
    isFlat(line.points) ? [] : line.points.map(({ x, y, label, value }) =>
      svg("g", {}, svg("title", {}, `${line.name}, ${label}: ${numberText(value)}`), markerAt(at, x, y))),
    labelsOf(line, at, drawn));
}

/** The inside of a line chart; with `filled` of an area chart, which begins at zero. */
export function drawLines({ series, categories, axis }, width, prefix, filled = false) {
  const values = series.flatMap((line) => line.data.map((point) => point.value));
  const space = layout({ width, values, categories, axis, fromZero: filled });
  const drawn = series.map((line) => ({ ...line, points: pointsOf(line, categories, space) }));
  const floor = space.y(Math.max(space.ticks[0], 0));
  return {
    height: space.height,
    nodes: [
      frame(space, categories, axis),
      filled && drawn.map((line, at) => svg("path", { class: "area", d: areaOf(line.points, floor), fill: fillOf(prefix, at) })),
      drawn.map((line, at) => drawLine(line, at, drawn)),
    ],
  };
}
