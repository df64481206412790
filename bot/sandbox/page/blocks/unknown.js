import { el } from "../dom.js";

/** An honest placeholder for something this page cannot draw. */
export function unknown(what, type) {
  return el(
    "div.unknown",
    {},
    `This page does not draw the ${what} “${type}” yet. The app sent it, and it is kept as sent.`,
  );
}
