/** The axes, grid and labels that line, area and bar charts share. */
import { svg } from "../dom.js";
import { axisText, ticksFor, verticalScale } from "./scale.js";

const HEIGHT = 250;
const LETTER = 6.6;

function margins(ticks, axis) {
  const widest = Math.max(...ticks.map((tick) => axisText(tick).length));
  return {
    left: widest * LETTER + 14 + (axis.y_label ? 16 : 0),
    right: 18,
    top: 14,
    bottom: axis.x_label ? 46 : 28,
  };
}

/** The space to draw in: pixel scales for both axes and the values of the grid lines. */
export function layout({ width, values, categories, axis, fromZero }) {
  const low = Math.min(...values, ...(fromZero ? [0] : []));
  const high = Math.max(...values, ...(fromZero ? [0] : []));
  const ticks = ticksFor(low, high);
  const margin = margins(ticks, axis);
  const inner = {
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: HEIGHT - margin.bottom,
  };
  const band = (inner.right - inner.left) / categories.length;
  return {
    width,
    height: HEIGHT,
    inner,
    ticks,
    band,
    y: verticalScale(ticks, inner.bottom, inner.top),
    x: (at) => inner.left + band * (at + 0.5),
  };
}

function grid({ ticks, inner, y }) {
  return ticks.map((tick) =>
    svg(
      "g",
      { class: "tick" },
      svg("line", { x1: inner.left, x2: inner.right, y1: y(tick), y2: y(tick) }),
      svg("text", { x: inner.left - 8, y: y(tick) + 4, "text-anchor": "end" }, axisText(tick)),
    ),
  );
}

function categoryLabels({ inner, band, x }, categories) {
  const longest = Math.max(...categories.map((label) => label.length)) * LETTER + 8;
  const every = Math.max(1, Math.ceil(longest / band));
  return categories.map(
    (label, at) =>
      at % every === 0 &&
      svg("text", { class: "category", x: x(at), y: inner.bottom + 18, "text-anchor": "middle" }, label),
  );
}

function axisTitles({ inner, height }, axis) {
  const middle = (inner.top + inner.bottom) / 2;
  return [
    axis.x_label &&
      svg(
        "text",
        { class: "axis-title", x: (inner.left + inner.right) / 2, y: height - 6, "text-anchor": "middle" },
        axis.x_label,
      ),
    axis.y_label &&
      svg(
        "text",
        {
          class: "axis-title",
          x: 11,
          y: middle,
          "text-anchor": "middle",
          transform: `rotate(-90 11 ${middle})`,
        },
        axis.y_label,
      ),
  ];
}

/** Grid, labels and titles for a layout. */
export function frame(space, categories, axis) {
  return svg("g", { class: "frame" }, grid(space), categoryLabels(space, categories), axisTitles(space, axis));
}
