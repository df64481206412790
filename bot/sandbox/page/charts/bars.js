/** Bar charts: the series of a category stand side by side. */
import { svg } from "../dom.js";
import { frame, layout } from "./frame.js";
import { classOf, fillOf } from "./series.js";
import { numberText } from "./scale.js";

const WIDEST = 46;
const SHARE_OF_BAND = 0.72;
const LETTER = 7;
const GAP = 2;
/** How far a number stands from the end of its bar, in pixels. */
const [ABOVE, BELOW] = [5, 14];

function bar(point, x, width, space, look) {
  const zero = space.y(Math.max(0, space.ticks[0]));
  const end = space.y(point.value);
  const top = Math.min(zero, end);
  const beyond = point.value < 0 ? end + BELOW : end - ABOVE;
  return svg(
    "g",
    { class: look.className },
    svg("rect", {
      class: "bar",
      x,
      y: top,
      width,
      height: Math.max(1, Math.abs(zero - end)),
      rx: 2,
      fill: look.fill,
    }),
    numberText(point.value).length * LETTER <= width + GAP &&
      svg(
        "text",
        { class: "point-label", x: x + width / 2, y: beyond, "text-anchor": "middle" },
        numberText(point.value),
      ),
  );
}

/** The inside of a bar chart. */
export function drawBars({ series, categories, axis }, width, prefix) {
  const values = series.flatMap((each) => each.data.map((point) => point.value));
  const space = layout({ width, values, categories, axis, fromZero: true });
  const each = Math.min(WIDEST, (space.band * SHARE_OF_BAND) / series.length);
  const bars = series.flatMap((one, at) =>
    one.data.map((point) => {
      const centre = space.x(categories.indexOf(point.label));
      const x = centre + (at - series.length / 2) * each;
      return bar(point, x + GAP / 2, each - GAP, space, {
        className: classOf(at),
        fill: fillOf(prefix, at),
      });
    }),
  );
  return { height: space.height, space, nodes: [frame(space, categories, axis), bars] };
}
