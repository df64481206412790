/** Cards, and carousels of cards. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { actingElement } from "./elements.js";
import { imageElement } from "./image.js";
import { textObject, wordsOfObject } from "./objects.js";
import { slackIcon } from "./slack_icon.js";

function cardHead(block) {
  const sign = block.icon ? imageElement(block.icon) : block.slack_icon && slackIcon(block.slack_icon);
  if (!sign && !block.title && !block.subtitle) return null;
  return el(
    "div.card-head",
    {},
    sign,
    el(
      "div.card-names",
      {},
      block.title && el("div.card-title", {}, ...textObject(block.title)),
      block.subtitle && el("div.card-subtitle", {}, ...textObject(block.subtitle)),
    ),
  );
}

/** A card: picture, sign, title, subtitle, body and buttons. */
export function card(block, surface) {
  return el(
    "article.card",
    { "aria-label": wordsOfObject(block.title) || "Card" },
    block.hero_image && el("div.card-hero", {}, imageElement(block.hero_image)),
    el(
      "div.card-inside",
      {},
      cardHead(block),
      block.body && el("div.text", {}, ...textObject(block.body)),
      block.subtext && el("div.card-subtitle", {}, ...textObject(block.subtext)),
      block.actions?.length > 0 &&
        el(
          "div.actions",
          {},
          block.actions.map((element) => actingElement(element, block, surface)),
        ),
    ),
  );
}

const SMOOTH = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
/** How far from an end, in pixels, counts as at the end: the frame of the track and rounding. */
const SLACK = 4;
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

class Carousel {
  constructor(block, surface) {
    this.cards = block.elements.map((each, at) =>
      el(
        "li.carousel-item",
        { "aria-label": `Card ${at + 1} of ${block.elements.length}` },
        card({ block_id: block.block_id, ...each }, surface),
      ),
    );
    this.track = el("ul.carousel-track", { tabindex: 0, "aria-label": "Cards" }, this.cards);
    this.previous = this.arrow("previous", "Previous card", -1);
    this.next = this.arrow("next", "Next card", 1);
    this.place = el("span.carousel-place", { "aria-hidden": "true" });
    this.node = el(
      "div.carousel",
      { role: "group", "aria-roledescription": "carousel", "aria-label": `${this.cards.length} cards` },
      this.track,
      el("div.carousel-foot", {}, this.previous, this.place, this.next),
    );
    this.track.addEventListener("scroll", () => this.refresh(), { passive: true });
    this.track.addEventListener("keydown", (event) => this.takeKey(event));
    new ResizeObserver(() => this.refresh()).observe(this.track);
  }

  arrow(name, label, by) {
    return button(
      "button.icon-button",
      { "aria-label": label, on: { click: () => this.move(by) } },
      icon(name),
    );
  }

  takeKey(event) {
    if (event.target !== this.track || !STEPS[event.key]) return;
    event.preventDefault();
    this.move(STEPS[event.key]);
  }

  /** Which card stands at the left edge now. */
  get current() {
    const from = this.track.scrollLeft + this.cards[0].offsetLeft;
    const distances = this.cards.map((each) => Math.abs(each.offsetLeft - from));
    return distances.indexOf(Math.min(...distances));
  }

  move(by) {
    const target = this.cards[Math.max(0, Math.min(this.cards.length - 1, this.current + by))];
    this.track.scrollTo({ left: target.offsetLeft - this.cards[0].offsetLeft, behavior: SMOOTH });
  }

  refresh() {
    const { scrollLeft, scrollWidth, clientWidth } = this.track;
    const [isFirst, isLast] = [scrollLeft <= SLACK, scrollLeft + clientWidth >= scrollWidth - SLACK];
    this.previous.disabled = isFirst;
    this.next.disabled = isLast;
    this.node.dataset.fits = String(isFirst && isLast);
    const seen = Math.max(1, Math.floor(clientWidth / this.cards[0].offsetWidth));
    const from = isLast ? this.cards.length - seen : this.current;
    const last = Math.min(this.cards.length, from + seen);
    this.place.textContent =
      seen > 1 ? `${from + 1}–${last} of ${this.cards.length}` : `${last} of ${this.cards.length}`;
  }
}

/** Cards side by side: swiped, turned with arrows, or with the arrow keys. */
export const carousel = (block, surface) => new Carousel(block, surface).node;
