/** Tables: the plain `table`, and `data_table` with sorting and pages. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { actingElement } from "./elements.js";
import { richTextNodes } from "./rich_text.js";

const DEFAULT_PAGE_SIZE = 5;

const isNumber = (cell) => cell?.type === "raw_number";

function cellNodes(cell, block, surface) {
  if (!cell) return [];
  if (cell.type === "rich_text") return richTextNodes(cell);
  if (cell.type === "action") return [actingElement(cell.element ?? cell.button, block, surface)];
  return [cell.text ?? String(cell.value ?? "")];
}

/** The plain table: the first row is its head. */
export function table(block, surface) {
  const settings = block.column_settings ?? [];
  const row = (tag, cells) =>
    el(
      "tr",
      {},
      cells.map((cell, at) =>
        el(
          tag,
          {
            scope: tag === "th" ? "col" : undefined,
            data: {
              align: settings[at]?.align ?? (isNumber(cell) ? "right" : "left"),
              wrap: Boolean(settings[at]?.is_wrapped),
            },
          },
          ...cellNodes(cell, block, surface),
        ),
      ),
    );
  const [head, ...body] = block.rows;
  return el(
    "div.table-frame",
    { tabindex: 0, role: "region", "aria-label": "Table" },
    el(
      "table",
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

const sortValue = (cell) => (isNumber(cell) ? Number(cell.value) : el("i", {}, ...cellNodes(cell)).textContent);

function compare(one, other) {
  const [left, right] = [sortValue(one), sortValue(other)];
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left).localeCompare(String(right), undefined, { numeric: true });
}

class DataTable {
  constructor(block, surface) {
    [this.head, ...this.rows] = block.rows;
    Object.assign(this, { block, surface, page: 0, sort: null });
    this.size = block.page_size ?? DEFAULT_PAGE_SIZE;
    this.body = el("tbody");
    this.pager = el("div.pager");
    this.node = el("div.data-table", {}, this.frame(), this.pager);
    this.draw();
  }

  frame() {
    return el(
      "div.table-frame",
      { tabindex: 0, role: "region", "aria-label": this.block.caption },
      el(
        "table",
        {},
        el("caption", {}, this.block.caption),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            this.head.map((cell, at) => this.headCell(cell, at)),
          ),
        ),
        this.body,
      ),
    );
  }

  headCell(cell, at) {
    const numeric = this.rows.every((row) => isNumber(row[at]));
    return el(
      "th",
      { scope: "col", "aria-sort": "none", data: { align: numeric ? "right" : "left" } },
      button(
        "button.sorter",
        { on: { click: (event) => this.sortBy(at, event.currentTarget.parentElement) } },
        ...cellNodes(cell),
        icon("down"),
      ),
    );
  }

  sortBy(column, head) {
    const descending = this.sort?.column === column && !this.sort.descending;
    for (const other of head.parentElement.children) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    this.sort = { column, descending };
    this.page = 0;
    this.draw();
  }

  sorted() {
    if (!this.sort) return this.rows;
    const { column, descending } = this.sort;
    return [...this.rows].sort((one, other) => compare(one[column], other[column]) * (descending ? -1 : 1));
  }

  row(cells) {
    const nameColumn = this.block.row_header_column_index ?? 0;
    return el(
      "tr",
      {},
      cells.map((cell, at) =>
        el(
          at === nameColumn ? "th" : "td",
          {
            scope: at === nameColumn ? "row" : undefined,
            data: { align: isNumber(cell) ? "right" : "left" },
          },
          ...cellNodes(cell, this.block, this.surface),
        ),
      ),
    );
  }

  draw() {
    const from = this.page * this.size;
    this.body.replaceChildren(
      ...this.sorted()
        .slice(from, from + this.size)
        .map((cells) => this.row(cells)),
    );
    this.drawPager(from);
  }

  drawPager(from) {
    this.pager.hidden = this.rows.length <= this.size;
    const turn = (by) => () => {
      this.page += by;
      this.draw();
    };
    this.pager.replaceChildren(
      button(
        "button.icon-button",
        { "aria-label": "Previous rows", disabled: this.page === 0, on: { click: turn(-1) } },
        icon("previous"),
      ),
      el("span", {}, `${from + 1}–${Math.min(from + this.size, this.rows.length)} of ${this.rows.length}`),
      button(
        "button.icon-button",
        { "aria-label": "Next rows", disabled: from + this.size >= this.rows.length, on: { click: turn(1) } },
        icon("next"),
      ),
    );
  }
}

/** A table that can be sorted by any column and turned page by page. */
export const dataTable = (block, surface) => new DataTable(block, surface).node;
