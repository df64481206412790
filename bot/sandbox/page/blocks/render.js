/** Block Kit as DOM: one function for each type of block. */
import { chart } from "../charts/chart.js";
import { el } from "../dom.js";
import { card, carousel } from "./cards.js";
import { containerWith } from "./container.js";
import { dataTable } from "./data_table.js";
import { fileBlock } from "./files.js";
import { imageBlock } from "./image.js";
import { inputBlock } from "./input_block.js";
import { actions, alert, context, contextActions, divider, header, markdownBlock } from "./plain_blocks.js";
import { richText } from "./rich_text.js";
import { section } from "./section.js";
import { table } from "./table.js";
import { plan, taskCard } from "./tasks.js";
import { unknown } from "./unknown.js";
import { video } from "./video.js";

const BLOCKS = {
  section,
  header,
  divider,
  context,
  actions,
  context_actions: contextActions,
  image: imageBlock,
  input: inputBlock,
  file: fileBlock,
  rich_text: richText,
  markdown: markdownBlock,
  table,
  data_table: dataTable,
  data_visualization: chart,
  alert,
  card,
  carousel,
  container: containerWith(renderBlocks),
  plan,
  task_card: taskCard,
  video,
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
 * actions; `files` are those of a message; `fields` and `errors` are there in views only.
 */
export function renderBlocks(blocks, surface) {
  return el(
    "div.blocks",
    {},
    blocks.map((block) => el("div.block", { data: { type: block.type } }, drawn(block, surface))),
  );
}
