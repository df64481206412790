/** Which calls belong to which delivery, as far as their times tell. */
import { isEcho } from "./entries.js";

export const WINDOW_S = 3;
const BURST_S = 0.15;

const isCall = (entry) => entry.source === "call";
const isCause = (entry) => entry.source === "delivery" && !isEcho(entry);

/** The calls begun after `delivery` was made, within the window and before the next thing that a person did. */
export function callsAfter(delivery, ordered) {
  const later = ordered.filter(({ order, at }) => order > delivery.order && at - delivery.at <= WINDOW_S);
  const next = later.find((entry) => isCause(entry) && entry.at - delivery.at > BURST_S);
  return later.filter((entry) => isCall(entry) && entry.order < (next?.order ?? Infinity));
}

/** The delivery that a call came after, or undefined where none is near enough. */
export function causeOf(call, ordered) {
  return ordered.findLast(
    (entry) => isCause(entry) && entry.order < call.order && call.at - entry.at <= WINDOW_S,
  );
}
