/** Line and area charts. */
import { svg } from "../dom.js";
import { frame, layout } from "./frame.js";
import { classOf, dashOf, markerAt } from "./series.js";
import { numberText } from "./scale.js";

const MOST_LABELLED_POINTS = 12;
const MOST_ROOM = 20;
/** How far apart points stand, in pixels, so that each can have its number beside it. */
const LABEL_WIDTH = 56;
const LABEL_HEIGHT = 15;
const LABEL_SPAN = [-18, -9, 0, 9, 18];

function pointsOf(series, categories, space) {
  return categories.flatMap((label, at) => {
    const found = series.data.find((point) => point.label === label);
    return found ? [{ x: space.x(at), y: space.y(found.value), value: found.value }] : [];
  });
}

const pathOf = (points) =>
  points.map(({ x, y }, at) => `${at ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

function areaOf(points, floor) {
  if (!points.length) return "";
  return `${pathOf(points)}L${points.at(-1).x.toFixed(1)} ${floor}L${points[0].x.toFixed(1)} ${floor}Z`;
}

/** The height of a line at `x`, between its points; nothing outside of them. */
function heightsAt(points, x) {
  const next = points.findIndex((point) => point.x >= x);
  if (next < 0 || (next === 0 && points[0].x > x)) return [];
  const [from, to] = [points[Math.max(0, next - 1)], points[next]];
  return [from.x === to.x ? to.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x)];
}

/** How far a label centred on (`x`, `y`) stands from every line, and from the floor of the chart. */
function roomAt(x, y, drawn, floor) {
  const heights = LABEL_SPAN.flatMap((aside) => drawn.flatMap((line) => heightsAt(line.points, x + aside)));
  return Math.min(MOST_ROOM, ...[...heights, floor].map((height) => Math.abs(height - y)));
}

const clash = (one, other) => Math.abs(one.x - other.x) < LABEL_WIDTH && Math.abs(one.y - other.y) < LABEL_HEIGHT;

/** Where the number of a point goes, above it or below, or null where other numbers and the axis leave no room. */
function spotOf(point, drawn, floor, taken) {
  const spots = [point.y - 10, point.y + 18]
    .map((y) => ({ x: point.x, y, room: roomAt(point.x, y - 4, drawn, floor) }))
    .filter((spot) => spot.y <= floor && !taken.some((other) => clash(spot, other)))
    .sort((one, other) => other.room - one.room);
  return spots[0] ?? null;
}

/** Whether an earlier line already says the number at this very point. */
function isSaid(point, at, drawn) {
  return drawn
    .slice(0, at)
    .some((line) => line.points.some((each) => each.x === point.x && each.y === point.y));
}

/** Whether a line keeps one value throughout, as a limit does; it is drawn without markers and named once. */
export function isFlat(points) {
  return points.length > 1 && points.every((point) => point.value === points[0].value);
}

/** The points that get their number: all where there is room, else the first and the last. */
function labelledPoints(points) {
  if (isFlat(points)) return points.slice(-1);
  const isCrowded = points.length > 2 && points[1].x - points[0].x < LABEL_WIDTH;
  return isCrowded ? [points[0], points.at(-1)] : points;
}

/** The numbers beside the points of all lines, none upon another; none at all where there are too many. */
function labels(drawn, floor) {
  const moving = drawn.filter((each) => !isFlat(each.points));
  if (moving.reduce((sum, each) => sum + each.points.length, 0) > MOST_LABELLED_POINTS) return [];
  const taken = [];
  return drawn.flatMap((line, at) =>
    labelledPoints(line.points)
      .filter((point) => !isSaid(point, at, drawn))
      .map((point) => {
        const spot = spotOf(point, drawn, floor, taken);
        if (!spot) return null;
        taken.push(spot);
        return svg(
          "text",
          { class: "point-label", x: spot.x, y: spot.y, "text-anchor": "middle" },
          numberText(point.value),
        );
      }),
  );
}

function drawLine(line, at) {
  return svg(
    "g",
    { class: classOf(at) },
    svg("path", { class: "line", d: pathOf(line.points), "stroke-dasharray": dashOf(at) }),
    isFlat(line.points)
      ? []
      : line.points.map(({ x, y }) => markerAt(at, x, y)),
  );
}

/** The inside of a line chart; with `filled` of an area chart, which begins at zero. */
export function drawLines({ series, categories, axis }, width, filled = false) {
  const values = series.flatMap((line) => line.data.map((point) => point.value));
  const space = layout({ width, values, categories, axis, fromZero: filled });
  const drawn = series.map((line) => ({ ...line, points: pointsOf(line, categories, space) }));
  const floor = space.y(Math.max(space.ticks[0], 0));
  return {
    height: space.height,
    space,
    nodes: [
      frame(space, categories, axis),
      filled &&
        drawn.map((line, at) =>
          svg("g", { class: classOf(at) }, svg("path", { class: "area", d: areaOf(line.points, floor) })),
        ),
      drawn.map(drawLine),
      labels(drawn, space.inner.bottom),
    ],
  };
}
