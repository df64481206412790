/** Every interactive element by its type. */
import { el } from "../dom.js";
import { feedbackButtons, iconButton, overflowMenu, pressButton } from "./buttons.js";
import { checkboxes, multiSelect, radioButtons, selectTypes, singleSelect } from "./choices.js";
import { datetimeEntry, entry } from "./entries.js";
import { imageElement } from "./image.js";
import { wordsOfObject } from "./objects.js";
import { perform } from "./perform.js";
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
  checkboxes,
  radio_buttons: radioButtons,
  ...Object.fromEntries(
    selectTypes.map((type) => [type, type.startsWith("multi_") ? multiSelect : singleSelect]),
  ),
};

/** A control and its reader, or null for a type that this page cannot draw. `changed` gets payload and node. */
export function control(element, settings) {
  return CONTROLS[element.type]?.(element, settings) ?? null;
}

function nameControl(node, element) {
  const saysItself = node.matches("details");
  if (!saysItself) node.setAttribute("aria-label", wordsOfObject(element.placeholder) || element.action_id);
}

/** An element of an actions block or an accessory, which acts at once when it is used. */
export function actingElement(element, block, surface) {
  if (PRESSED[element.type]) return PRESSED[element.type](element, block, surface);
  const kept = surface.fields?.keptValue(block.block_id, element.action_id);
  const made = control(element, {
    kept,
    changed: (payload, node) => perform(surface, block, element, payload, node),
  });
  if (!made) return unknown("element", element.type);
  made.node.dataset.focusKey = `${block.block_id}/${element.action_id}`;
  nameControl(made.node, element);
  surface.fields?.register(block.block_id, element.action_id, made.read);
  return el("span.control", {}, made.node);
}
