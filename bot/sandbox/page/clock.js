/** The sandbox's time, which may be moved and may stand still, and words that follow it. */
import { readClock } from "./api.js";
import { attempt } from "./notices.js";
import { publish, subscribe } from "./state.js";

const LOOK_AGAIN_MS = 15_000;
const FOLLOWS = "data-follows-clock";

let setting = { at: 0, offset: 0, frozen: false };
const words = new WeakMap();

const machine = () => Date.now() / 1000;

/** Seconds since 1970 in the sandbox. */
export const now = () => (setting.frozen ? setting.at : machine() + setting.offset);

/** How the clock is set: whether it stands still, and by how many seconds it is ahead of the machine's. */
export const clockSetting = () => ({ frozen: setting.frozen, offset: now() - machine() });

/** Takes in a reading of the sandbox's clock. */
export function setClock(reading) {
  setting = { at: reading.now, offset: reading.now - machine(), frozen: reading.frozen };
  publish("clock");
}

/** Asks the sandbox what time it is. */
export async function askTime() {
  const reading = await attempt(readClock);
  if (reading) setClock(reading);
}

/** `node` with the text of `say()`, now and whenever the time makes it another. */
export function following(node, say) {
  words.set(node, say);
  node.setAttribute(FOLLOWS, "");
  node.textContent = say();
  return node;
}

function sayAgain() {
  for (const node of document.querySelectorAll(`[${FOLLOWS}]`)) {
    const said = words.get(node)();
    if (node.textContent !== said) node.textContent = said;
  }
}

subscribe("clock", sayAgain);
setInterval(sayAgain, LOOK_AGAIN_MS);
