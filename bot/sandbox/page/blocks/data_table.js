/** The data_table block: sorted by any column, searched, turned page by page. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { cellNodes, cellWords, compareCells, isNumber } from "./cells.js";
import { wideFrame } from "../wide.js";

const DEFAULT_PAGE_SIZE = 5;
/** What a press on a column's head leads to, from the order it stands in. */
const NEXT_ORDER = { none: "ascending", ascending: "descending", descending: "none" };

class DataTable {
  constructor(block, surface) {
    [this.head, ...this.rows] = block.rows;
    Object.assign(this, { block, surface, page: 0, column: 0, order: "none", wanted: "" });
    this.size = block.page_size ?? DEFAULT_PAGE_SIZE;
    this.nameColumn = block.row_header_column_index ?? 0;
    this.heads = this.head.map((cell, at) => this.headCell(cell, at));
    this.body = el("tbody");
    this.place = el("span", { role: "status" });
    this.previous = this.turner("previous", "Previous rows", -1);
    this.next = this.turner("next", "Next rows", 1);
    this.foot = el("div.pager", {}, this.searchBox(), this.place, this.previous, this.next);
    this.node = el("div.data-table", {}, el("div.data-table-caption", {}, block.caption), this.frame(), this.foot);
    this.draw();
  }

  frame() {
    return wideFrame(
      this.block.caption,
      el("table", { "aria-label": this.block.caption }, el("thead", {}, el("tr", {}, this.heads)), this.body),
    );
  }

  headCell(cell, at) {
    const numeric = this.rows.every((row) => isNumber(row[at]));
    return el(
      "th",
      { scope: "col", "aria-sort": "none", data: { align: numeric ? "right" : "left" } },
      button("button.sorter", { on: { click: () => this.sortBy(at) } }, ...cellNodes(cell), icon("down")),
    );
  }

  searchBox() {
    const box = el("input.entry.table-search", {
      type: "search",
      placeholder: "Search rows",
      "aria-label": `Search in ${this.block.caption}`,
    });
    box.addEventListener("input", () => {
      this.wanted = box.value.trim().toLowerCase();
      this.page = 0;
      this.draw();
    });
    // Enter would submit the modal that the table may stand in.
    box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    return box;
  }

  turner(name, label, by) {
    const turn = () => {
      this.page += by;
      this.draw();
    };
    return button("button.icon-button", { "aria-label": label, on: { click: turn } }, icon(name));
  }

  sortBy(column) {
    this.order = NEXT_ORDER[column === this.column ? this.order : "none"];
    this.column = column;
    this.page = 0;
    this.heads.forEach((head, at) => head.setAttribute("aria-sort", at === column ? this.order : "none"));
    this.draw();
  }

  found() {
    if (!this.wanted) return this.rows;
    return this.rows.filter((row) => row.some((cell) => cellWords(cell).toLowerCase().includes(this.wanted)));
  }

  sorted(rows) {
    if (this.order === "none") return rows;
    const sign = this.order === "ascending" ? 1 : -1;
    return [...rows].sort((one, other) => compareCells(one[this.column], other[this.column]) * sign);
  }

  cell(cell, at) {
    const names = at === this.nameColumn;
    return el(
      names ? "th" : "td",
      { scope: names ? "row" : undefined, data: { align: isNumber(cell) ? "right" : "left" } },
      ...cellNodes(cell, this.block, this.surface),
    );
  }

  draw() {
    const rows = this.found();
    const from = this.page * this.size;
    const shown = this.sorted(rows).slice(from, from + this.size);
    this.body.replaceChildren(
      ...shown.map((cells) =>
        el(
          "tr",
          {},
          cells.map((cell, at) => this.cell(cell, at)),
        ),
      ),
    );
    this.foot.hidden = this.rows.length <= this.size;
    this.place.textContent = rows.length
      ? `${from + 1}–${from + shown.length} of ${rows.length}`
      : "No row holds these words";
    this.previous.disabled = this.page === 0;
    this.next.disabled = from + this.size >= rows.length;
  }
}

/** A table that can be sorted by any column, searched and turned page by page. */
export const dataTable = (block, surface) => new DataTable(block, surface).node;
