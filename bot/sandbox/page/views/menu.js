/** A small menu that hangs from a button. */
import { button, el } from "../dom.js";

const GAP = 4;

function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = at.bottom + GAP + size.height < innerHeight;
  menu.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - size.height)}px`;
  menu.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - size.width - GAP))}px`;
}

function moveFocus(menu, event) {
  const items = [...menu.querySelectorAll("button")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = (items.indexOf(document.activeElement) + step + items.length) % items.length;
  items[next].focus();
}

function menuItem(item, close) {
  const pick = () => {
    close();
    item.choose();
  };
  return button(
    "button.menu-item",
    { role: "menuitem", data: { danger: Boolean(item.danger) }, on: { click: pick } },
    item.icon ?? null,
    el("span", {}, ...item.label, item.note?.length ? el("small", {}, ...item.note) : null),
  );
}

/** Shows `node`, a popover, at `anchor`, which gets the focus back when it closes and goes. */
export function floatAt(node, anchor) {
  node.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    const held = node.contains(document.activeElement) || document.activeElement === document.body;
    node.remove();
    if (held) anchor.focus();
  });
  (anchor.closest("dialog") ?? document.body).append(node);
  node.showPopover();
  place(node, anchor);
}

/** Opens a menu at `anchor` with `items` of `{ label: nodes, note?, icon?, danger?, choose }`. Esc or a click aside closes it. */
export function openMenu(anchor, items) {
  const menu = el("div.menu", { popover: "auto", role: "menu" });
  const close = () => menu.hidePopover();
  menu.append(...items.map((item) => menuItem(item, close)));
  menu.addEventListener("keydown", (event) => moveFocus(menu, event));
  floatAt(menu, anchor);
  menu.querySelector("button")?.focus();
}
