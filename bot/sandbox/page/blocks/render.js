/** Block Kit as DOM: one function for each type of block. */
import { el } from "../dom.js";
import { chart } from "../charts/chart.js";
import { imageBlock } from "./image.js";
import { inputBlock } from "./input_block.js";
import {
  actions,
  alert,
  card,
  carousel,
  context,
  divider,
  header,
  markdownBlock,
  section,
} from "./plain_blocks.js";
import { richText } from "./rich_text.js";
import { dataTable, table } from "./tables.js";
import { unknown } from "./unknown.js";

const BLOCKS = {
  section,
  header,
  divider,
  context,
  actions,
  context_actions: actions,
  image: imageBlock,
  input: inputBlock,
  rich_text: richText,
  markdown: markdownBlock,
  table,
  data_table: dataTable,
  data_visualization: chart,
  alert,
  card,
  carousel,
};

function drawn(block, surface) {
  try {
    return BLOCKS[block.type]?.(block, surface) ?? unknown("block", block.type);
  } catch (problem) {
    // A block of a shape that no check refused must not take the whole conversation down with it.
    console.error("block not drawn", block, problem);
    return unknown("block", block.type);
  }
}

/**
 * The blocks of a message or a view, in order. `surface` is where they stand: its `container` names it in
 * actions; `fields` and `errors` are there in views only.
 */
export function renderBlocks(blocks, surface) {
  return el(
    "div.blocks",
    {},
    blocks.map((block) => el("div.block", { data: { type: block.type } }, drawn(block, surface))),
  );
}
