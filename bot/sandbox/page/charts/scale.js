/** Scales and numbers of the charts. */

const NUMBER = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const SHORT = new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 });

export const numberText = (value) => NUMBER.format(value);

/** A number short enough for an axis: six digits in full, longer ones as 1.2M. */
export const axisText = (value) => (Math.abs(value) < 1e6 ? NUMBER.format(value) : SHORT.format(value));

function niceStep(span, count) {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough);
}

/** Round tick values that cover `low` to `high`, about `count` of them. */
export function ticksFor(low, high, count = 4) {
  const span = high - low || Math.abs(high) || 1;
  const step = niceStep(span, count);
  const first = Math.floor(low / step) * step;
  const last = Math.ceil(high / step) * step;
  const ticks = [];
  for (let at = 0; first + at * step <= last + step / 1e6; at += 1)
    ticks.push(Number((first + at * step).toPrecision(12)));
  return ticks;
}

/** A function from the values of `ticks` to pixels between `bottom` and `top`. */
export function verticalScale(ticks, bottom, top) {
  const [low, high] = [ticks[0], ticks.at(-1)];
  return (value) => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
}
