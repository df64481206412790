/** Building DOM from data. Text always enters as text nodes: nothing a person or a bot wrote is parsed as HTML. */

const SVG = "http://www.w3.org/2000/svg";

function applyProps(node, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else if (name === "data") {
      Object.assign(node.dataset, value);
    } else {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  return node;
}

/**
 * An element. `spec` is "tag" or "tag.class.other"; `on` and `data` in `props` are listeners and data
 * attributes, everything else an attribute. Empty children (null, false) are skipped.
 */
export function el(spec, props = {}, ...children) {
  const [tag, ...classes] = spec.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  applyProps(node, props);
  node.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return node;
}

/** An SVG element with its attributes and children. */
export function svg(tag, props = {}, ...children) {
  const node = applyProps(document.createElementNS(SVG, tag), props);
  node.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return node;
}

let lastId = 0;

/** An id that no other element of this page has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** A button of type "button" with an accessible name, so that none submits a form by accident. */
export function button(spec, props, ...children) {
  return el(spec, { type: "button", ...props }, ...children);
}

/** A key for `element` inside `root` that survives a redraw, or null where it has none. */
function focusKey(element) {
  return element?.closest?.("[data-focus-key]")?.dataset.focusKey ?? null;
}

/** Puts `children` into `parent` instead of what it held; a control in it that had the focus keeps it. */
export function refillKeepingFocus(parent, children) {
  const key = parent.contains(document.activeElement) ? focusKey(document.activeElement) : null;
  parent.replaceChildren(...children);
  if (key) parent.querySelector(`[data-focus-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** Replaces `old` by `fresh` and gives the focus back to the same control if it was inside `old`. */
export function replaceKeepingFocus(old, fresh) {
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  const key = held && focusKey(held);
  old.replaceWith(fresh);
  if (!held) return;
  const successor = key && fresh.querySelector(`[data-focus-key="${CSS.escape(key)}"]`);
  const fallback = fresh.hasAttribute("tabindex") ? fresh : fresh.querySelector("[tabindex]");
  (successor ?? fallback)?.focus({ preventScroll: true });
}
