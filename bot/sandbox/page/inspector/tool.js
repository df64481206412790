/** The frame of one tool. */
import { button, el, freshId } from "../dom.js";
import { attempt } from "../notices.js";

/** A titled box with `words` that say what it does. */
export function tool(title, words, ...content) {
  const id = freshId("tool");
  return el(
    "section.tool",
    { "aria-labelledby": id },
    el("h3", { id }, title),
    words && el("p.quiet", {}, words),
    ...content,
  );
}

/** A button that runs `task`, is busy meanwhile, and shows what went wrong. */
export function doing(label, task, props = {}) {
  const node = button("button.button", { ...props }, label);
  node.addEventListener("click", async () => {
    node.setAttribute("aria-busy", "true");
    await attempt(task);
    node.removeAttribute("aria-busy");
  });
  return node;
}
