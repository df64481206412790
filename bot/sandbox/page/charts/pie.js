/** Pie charts: a ring of patterned slices, their shares written beside them. */
import { svg } from "../dom.js";
import { classOf, fillOf } from "./series.js";
import { numberText } from "./scale.js";

const HEIGHT = 220;
const RADIUS = 82;
const SMALLEST_LABELLED = 0.04;
const NEARLY_WHOLE = 0.9999;

const at = (centre, radius, share) => {
  const angle = share * 2 * Math.PI - Math.PI / 2;
  return [centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)].map((value) =>
    value.toFixed(2),
  );
};

function sliceOf(centre, radius, hole, from, to) {
  const end = Math.min(to, from + NEARLY_WHOLE);
  const large = end - from > 0.5 ? 1 : 0;
  return (
    `M${at(centre, radius, from)}A${radius} ${radius} 0 ${large} 1 ${at(centre, radius, end)}` +
    `L${at(centre, hole, end)}A${hole} ${hole} 0 ${large} 0 ${at(centre, hole, from)}Z`
  );
}

const percent = (share) => `${Math.round(share * 100)} %`;

function slice(index, { from, share, centre, radius, prefix }) {
  const [x, y] = at(centre, radius + 16, from + share / 2);
  const anchor = Math.abs(x - centre.x) < 12 ? "middle" : x > centre.x ? "start" : "end";
  return svg(
    "g",
    { class: classOf(index), data: { stop: index } },
    svg("path", {
      class: "slice",
      d: sliceOf(centre, radius, radius * 0.55, from, from + share),
      fill: fillOf(prefix, index),
    }),
    share >= SMALLEST_LABELLED &&
      svg(
        "text",
        { class: "point-label", x, y: Number(y) + 4, "text-anchor": anchor },
        percent(share),
      ),
  );
}

/** The slices with the part of the whole that each begins at and takes. */
function sharesOf(segments) {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0) || 1;
  let from = 0;
  return segments.map((segment) => {
    const share = segment.value / total;
    from += share;
    return { ...segment, share, from: from - share };
  });
}

/** The inside of a pie chart, and where the values of each slice are to be read. */
export function drawPie({ segments }, width, prefix, sampleOf) {
  const centre = { x: width / 2, y: HEIGHT / 2 };
  const slices = sharesOf(segments);
  const stops = slices.map(({ label, value, share, from }, index) => {
    const [x, y] = at(centre, RADIUS, from + share / 2).map(Number);
    const words = `${numberText(value)} (${percent(share)})`;
    return { x, y: Math.min(y, HEIGHT - 70), title: label, rows: [{ sample: sampleOf(index), name: "Value", words }] };
  });
  const nodes = slices.map(({ from, share }, index) => slice(index, { from, share, centre, radius: RADIUS, prefix }));
  return { height: HEIGHT, nodes, stops };
}
