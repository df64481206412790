/** A text file as it is read in a message: its first lines, and all of them on demand. */
import { button, el, freshId } from "../dom.js";
import { attempt } from "../notices.js";

async function readText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error("The file cannot be read any more. It may have been deleted.");
  return response.text();
}

function draw(node, text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  const numbers = lines.map((_, at) => at + 1).join("\n");
  node.replaceChildren(el("pre.snippet-numbers", { "aria-hidden": "true" }, numbers), el("pre", {}, lines.join("\n")));
}

/** The text of `file`: its preview, and the whole from `address` once that is wanted. */
export function snippetText(file, address) {
  const node = el("div.snippet-text", {
    id: freshId("snippet"),
    tabindex: 0,
    role: "region",
    "aria-label": `Text of ${file.title || file.name}`,
  });
  draw(node, file.preview);
  return [node, file.preview_is_truncated && turner(node, file, address)];
}

function turner(node, file, address) {
  const all = file.lines > 1 ? `Show all ${file.lines.toLocaleString()} lines` : "Show the whole line";
  const more = button("button.link-button.snippet-more", { "aria-controls": node.id, "aria-expanded": "false" }, all);
  more.addEventListener("click", async () => {
    const opens = more.getAttribute("aria-expanded") === "false";
    const text = opens ? await attempt(() => readText(address)) : file.preview;
    if (text === undefined) return;
    draw(node, text);
    more.setAttribute("aria-expanded", String(opens));
    more.textContent = opens ? "Show less" : all;
  });
  return more;
}
