/** A frame for what may be wider than the page: where it is, it says so, fades at its edges and is scrolled by keys. */
import { el } from "./dom.js";
import { icon } from "./icons.js";

/** So much may be hidden before it is worth a word: borders and fractions of a pixel are not. */
const SLACK_PX = 2;

/** `content` in a frame that scrolls sideways; `label` names it once it does. */
export function wideFrame(label, content) {
  const scroller = el("div.table-frame", {}, content);
  const hint = el("p.wide-hint", { hidden: true }, icon("sideways"), "Scroll sideways for more");
  const frame = el("div.wide", {}, el("div.wide-edges", {}, scroller), hint);
  const look = () => showEdges(frame, scroller, hint, label);
  scroller.addEventListener("scroll", look, { passive: true });
  const sizes = new ResizeObserver(look);
  sizes.observe(scroller);
  sizes.observe(content);
  return frame;
}

function showEdges(frame, scroller, hint, label) {
  const { scrollLeft, scrollWidth, clientWidth } = scroller;
  const over = scrollWidth - clientWidth;
  hint.hidden = over <= SLACK_PX;
  const reachable = hint.hidden ? {} : { role: "region", tabindex: "0", "aria-label": label };
  for (const name of ["role", "tabindex", "aria-label"])
    if (reachable[name]) scroller.setAttribute(name, reachable[name]);
    else scroller.removeAttribute(name);
  frame.dataset.before = String(scrollLeft > SLACK_PX);
  frame.dataset.after = String(over - scrollLeft > SLACK_PX);
}
