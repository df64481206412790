/** Elements that are pressed: buttons, overflow menus, feedback and icon buttons. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { state } from "../state.js";
import { openMenu } from "../views/menu.js";
import { descriptionOf, textObject, wordsOfObject } from "./objects.js";
import { perform } from "./perform.js";

const focusKeyOf = (block, element) => `${block.block_id}/${element.action_id}`;

function openAside(address) {
  if (/^https?:/.test(address)) window.open(address, "_blank", "noopener");
}

/** A button element; one with an address also opens it. */
export function pressButton(element, block, surface) {
  const node = button(
    "button.block-button",
    {
      data: { style: element.style ?? "default", focusKey: focusKeyOf(block, element) },
      "aria-label": element.accessibility_label,
      on: {
        click: async () => {
          const sent = await perform(surface, block, element, { value: element.value }, node);
          if (sent && element.url) openAside(element.url);
        },
      },
    },
    el("span.button-words", {}, textObject(element.text)),
  );
  return node;
}

/** An overflow menu: three dots that open a list of options. */
export function overflowMenu(element, block, surface) {
  const choose = (option) => {
    perform(surface, block, element, { selected_option: option }, node);
    if (option.url) openAside(option.url);
  };
  const open = () =>
    openMenu(
      node,
      element.options.map((option) => ({
        label: [...textObject(option.text)],
        note: descriptionOf(option),
        choose: () => choose(option),
      })),
    );
  const node = button(
    "button.block-button.overflow",
    {
      "aria-label": "More options",
      "aria-haspopup": "menu",
      data: { focusKey: focusKeyOf(block, element) },
      on: { click: open },
    },
    icon("dots"),
  );
  return node;
}

function smallButton(name, words, label, focusKey, press) {
  const node = button(
    "button.small-button",
    { "aria-label": label, data: { focusKey }, on: { click: () => press(node) } },
    icon(name),
    words,
  );
  return node;
}

/** The two thumbs of a feedback element; the one that was pressed stays so. */
export function feedbackButtons(element, block, surface) {
  const thumb = (choice, name) => {
    const press = async (node) => {
      if (!(await perform(surface, block, element, { value: choice.value }, node))) return;
      for (const each of row.children) each.setAttribute("aria-pressed", String(each === node));
    };
    const key = `${focusKeyOf(block, element)}/${name}`;
    const node = smallButton(name, wordsOfObject(choice.text), choice.accessibility_label, key, press);
    node.setAttribute("aria-pressed", "false");
    return node;
  };
  const row = el(
    "span.feedback",
    { role: "group", "aria-label": "Feedback" },
    thumb(element.positive_button, "thumbs-up"),
    thumb(element.negative_button, "thumbs-down"),
  );
  return row;
}

/** A small button with a sign, such as "delete"; nothing for people whom it is not meant for. */
export function iconButton(element, block, surface) {
  const readers = element.visible_to_user_ids;
  if (readers && !readers.includes(state.me.id)) return null;
  const press = (node) => perform(surface, block, element, { value: element.value }, node);
  const words = wordsOfObject(element.text);
  return smallButton("trash", words, element.accessibility_label, focusKeyOf(block, element), press);
}
