/** The edge by which the drawer is made higher or lower. */
import { el } from "../dom.js";

const LEAST = 180;
const STEP = 32;
const MOST_OF_PAGE = 0.8;
const FIRST = 0.44;

export class Divider {
  /** `onMove` gets the new height in pixels when a move is over. */
  constructor({ onMove }) {
    this.onMove = onMove;
    this.node = el("div.divider", {
      role: "separator",
      tabindex: 0,
      "aria-label": "Height of the inspector",
      "aria-orientation": "horizontal",
    });
    this.node.addEventListener("pointerdown", (event) => this.drag(event));
    this.node.addEventListener("keydown", (event) => this.step(event));
  }

  /** Holds the height of `drawer`, at first `height` or a share of the page. */
  follow(drawer, height) {
    this.drawer = drawer;
    this.set(height ?? innerHeight * FIRST);
  }

  set(height) {
    const most = innerHeight * MOST_OF_PAGE;
    this.height = Math.round(Math.max(LEAST, Math.min(height, most)));
    this.drawer.style.setProperty("--height", `${this.height}px`);
    this.node.setAttribute("aria-valuemin", String(LEAST));
    this.node.setAttribute("aria-valuemax", String(Math.round(most)));
    this.node.setAttribute("aria-valuenow", String(this.height));
  }

  drag(event) {
    const [from, height] = [event.clientY, this.height];
    const move = (moved) => this.set(height + from - moved.clientY);
    this.node.setPointerCapture(event.pointerId);
    this.node.addEventListener("pointermove", move);
    this.node.addEventListener(
      "lostpointercapture",
      () => {
        this.node.removeEventListener("pointermove", move);
        this.onMove(this.height);
      },
      { once: true },
    );
  }

  step(event) {
    const step = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (!step || event.altKey) return;
    event.preventDefault();
    this.set(this.height + step);
    this.onMove(this.height);
  }
}
