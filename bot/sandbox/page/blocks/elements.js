/** Every interactive element by its type. */
import { el } from "../dom.js";
import { feedbackButtons, iconButton, overflowMenu, pressButton } from "./buttons.js";
import { checkboxes, radioButtons } from "./choices.js";
import { datetimeEntry, entry } from "./entries.js";
import { fileInput } from "./file_input.js";
import { imageElement } from "./image.js";
import { wordsOfObject } from "./objects.js";
import { perform } from "./perform.js";
import { richTextInput } from "./rich_text_input.js";
import { select } from "./selects.js";
import { selectTypes } from "./sources.js";
import { unknown } from "./unknown.js";

const PRESSED = {
  button: pressButton,
  workflow_button: pressButton,
  overflow: overflowMenu,
  feedback_buttons: feedbackButtons,
  icon_button: iconButton,
  image: (element) => imageElement(element),
};

const CONTROLS = {
  plain_text_input: entry,
  number_input: entry,
  email_text_input: entry,
  url_text_input: entry,
  datepicker: entry,
  timepicker: entry,
  datetimepicker: datetimeEntry,
  rich_text_input: richTextInput,
  file_input: fileInput,
  checkboxes,
  radio_buttons: radioButtons,
  ...Object.fromEntries(selectTypes.map((type) => [type, select])),
};

/**
 * The control of an element, known to the fields of the surface, or null for a type that this page cannot draw:
 * `node` stands on the page, `target` in it takes the focus and the name. With `dispatches`, a change goes to the app.
 */
export function control(element, block, surface, dispatches) {
  const made = CONTROLS[element.type]?.(element, {
    kept: surface.fields?.keptValue(block.block_id, element.action_id),
    changed: (payload, node) => dispatches && perform(surface, block, element, payload, node),
    dispatches,
    surface,
    block,
  });
  if (!made) return null;
  const target = made.target ?? made.node;
  target.dataset.focusKey = `${block.block_id}/${element.action_id}`;
  surface.fields?.register(block.block_id, element.action_id, made);
  return { node: made.node, target };
}

/** An element of an actions block or an accessory, which acts at once when it is used. */
export function actingElement(element, block, surface) {
  if (PRESSED[element.type]) return PRESSED[element.type](element, block, surface);
  const made = control(element, block, surface, true);
  if (!made) return unknown("element", element.type);
  made.target.setAttribute("aria-label", wordsOfObject(element.placeholder) || element.action_id);
  return el("span.control", { data: { type: element.type } }, made.node);
}
