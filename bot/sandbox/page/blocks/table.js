/** The plain table block. */
import { el } from "../dom.js";
import { cellNodes, isNumber } from "./cells.js";

function lookOf(settings, cell) {
  return { align: settings?.align ?? (isNumber(cell) ? "right" : "left"), wrap: Boolean(settings?.is_wrapped) };
}

/** The plain table: the first row is its head; columns lean and wrap as their settings say. */
export function table(block, surface) {
  const settings = block.column_settings ?? [];
  const row = (tag, cells) =>
    el(
      "tr",
      {},
      cells.map((cell, at) =>
        el(
          tag,
          { scope: tag === "th" ? "col" : undefined, data: lookOf(settings[at], cell) },
          ...cellNodes(cell, block, surface),
        ),
      ),
    );
  const [head, ...body] = block.rows;
  return el(
    "div.table-frame",
    { tabindex: 0, role: "region", "aria-label": "Table" },
    el(
      "table.plain-table",
      {},
      el("thead", {}, row("th", head)),
      el(
        "tbody",
        {},
        body.map((cells) => row("td", cells)),
      ),
    ),
  );
}
