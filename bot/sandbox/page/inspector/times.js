/** Times on the wire, to the millisecond. */

const CLOCK = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hour12: false,
});

/** "10:31:04.123" for seconds since 1970. */
export const exactTime = (at) => CLOCK.format(new Date(at * 1000));

const STEPS = [
  [1, 1000, "ms", 0],
  [60, 1, "s", 1],
  [3600, 1 / 60, "min", 1],
  [86400, 1 / 3600, "h", 1],
  [Infinity, 1 / 86400, "d", 1],
];

/** "+12 ms", "+3.1 s" … for a distance in seconds. */
export function distance(seconds) {
  const [, factor, unit, digits] = STEPS.find(([limit]) => Math.abs(seconds) < limit);
  return `+${(seconds * factor).toFixed(digits)} ${unit}`;
}
