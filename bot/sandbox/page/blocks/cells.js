/** The cells of tables: what they show, what they sort by, and to which side they lean. */
import { numberText } from "../charts/scale.js";
import { el } from "../dom.js";
import { actingElement } from "./elements.js";
import { richTextNodes } from "./rich_text.js";

export const isNumber = (cell) => cell?.type === "raw_number";

/** What a cell shows. */
export function cellNodes(cell, block, surface) {
  if (!cell) return [];
  if (cell.type === "rich_text") return richTextNodes(cell);
  if (cell.type === "action") return [actingElement(cell.element ?? cell.button, block, surface)];
  if (isNumber(cell)) return [cell.text || numberText(cell.value)];
  return [cell.text ?? ""];
}

/** The words of a cell, to sort and to search by. */
export const cellWords = (cell) => el("i", {}, ...cellNodes(cell)).textContent;

/** Below zero when `one` comes before `other`: numbers by size, words as people order them. */
export function compareCells(one, other) {
  if (isNumber(one) && isNumber(other)) return one.value - other.value;
  return cellWords(one).localeCompare(cellWords(other), undefined, { numeric: true });
}
