/** The plain table block. */
import { el } from "../dom.js";
import { cellNodes, cellWords, isNumber } from "./cells.js";
import { wideFrame } from "../wide.js";

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
  return wideFrame(
    `Table: ${head.map(cellWords).join(", ")}`,
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
