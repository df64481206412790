/** A block of code, with a button that copies it. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { announce, attempt } from "../notices.js";

const SHOWN_AS_COPIED_MS = 1600;

function copyButton(code) {
  const node = button("button.icon-button.copy-code", { "aria-label": "Copy the code" }, icon("copy"));
  const mark = (name) => node.replaceChildren(icon(name));
  node.addEventListener("click", async () => {
    const copied = await attempt(async () => {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    });
    if (!copied) return;
    mark("check");
    announce("Copied.");
    setTimeout(() => mark("copy"), SHOWN_AS_COPIED_MS);
  });
  return node;
}

/** `content` (nodes or text) as a block of code, with its language named where there is one. */
export function codeFrame(content, language) {
  const code = el("pre", {}, content);
  return el("div.code-frame", {}, language && el("span.code-language", {}, language), code, copyButton(code));
}
