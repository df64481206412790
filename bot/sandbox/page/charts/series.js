/** Series told apart without colour: each has a dash, a marker and a fill pattern of its own. */
import { svg } from "../dom.js";

const DASHES = ["", "7 4", "2 4", "10 4 2 4", "5 3", "1 3"];

const MARKERS = [
  (x, y, r) => svg("circle", { cx: x, cy: y, r }),
  (x, y, r) => svg("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r }),
  (x, y, r) => svg("path", { d: `M${x} ${y - r * 1.2}l${r * 1.2} ${r * 2.1}h${-r * 2.4}z` }),
  (x, y, r) =>
    svg("path", {
      d: `M${x} ${y - r * 1.35}l${r * 1.35} ${r * 1.35}l${-r * 1.35} ${r * 1.35}l${-r * 1.35} ${-r * 1.35}z`,
    }),
  (x, y, r) => svg("path", { d: `M${x} ${y + r * 1.2}l${r * 1.2} ${-r * 2.1}h${-r * 2.4}z` }),
  (x, y, r) => svg("path", { d: `M${x - r} ${y}h${2 * r}M${x} ${y - r}v${2 * r}`, "stroke-width": 2.5 }),
];

const PATTERNS = [
  [],
  ["M0 8 8 0M-2 2 2-2M6 10 10 6"],
  ["M2 2h.01M6 6h.01"],
  ["M0 4h8"],
  ["M0 0 8 8M-2 6 2 10M6-2 10 2"],
  ["M4 0v8M0 4h8"],
];

export const dashOf = (at) => DASHES[at % DASHES.length];
export const classOf = (at) => `series series-${(at % 6) + 1}`;

/** The marker of series `at`, centred on a point. */
export function markerAt(at, x, y, radius = 4) {
  const marker = MARKERS[at % MARKERS.length](x, y, radius);
  marker.setAttribute("class", "marker");
  return marker;
}

/** The pattern definitions of one chart, under ids that begin with `prefix`. */
export function patterns(prefix, count) {
  return svg(
    "defs",
    {},
    Array.from({ length: count }, (_, at) =>
      svg(
        "pattern",
        { id: `${prefix}-${at}`, class: classOf(at), width: 8, height: 8, patternUnits: "userSpaceOnUse" },
        svg("rect", { class: "pattern-ground", width: 8, height: 8 }),
        PATTERNS[at % PATTERNS.length].map((d) => svg("path", { class: "pattern-ink", d })),
      ),
    ),
  );
}

export const fillOf = (prefix, at) => `url(#${prefix}-${at})`;
