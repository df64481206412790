/** Elements that are pressed: buttons, overflow menus, feedback and icon buttons. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { plain } from "../text/inline.js";
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
    textObject(element.text),
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

/** The two thumbs of a feedback element. */
export function feedbackButtons(element, block, surface) {
  const thumb = (choice, sign) => {
    const node = button(
      "button.block-button",
      {
        "aria-label": choice.accessibility_label,
        on: { click: () => perform(surface, block, element, { value: choice.value }, node) },
      },
      ...plain(sign),
      " ",
      wordsOfObject(choice.text),
    );
    return node;
  };
  return el(
    "span.button-row",
    {},
    thumb(element.positive_button, ":+1:"),
    thumb(element.negative_button, ":-1:"),
  );
}

/** A small button with a picture, such as "delete". */
export function iconButton(element, block, surface) {
  const node = button(
    "button.block-button",
    {
      "aria-label": element.accessibility_label ?? wordsOfObject(element.text),
      on: { click: () => perform(surface, block, element, { value: element.value }, node) },
    },
    icon("trash"),
    " ",
    textObject(element.text),
  );
  return node;
}
