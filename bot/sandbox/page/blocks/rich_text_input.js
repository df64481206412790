/** The rich_text_input element: a small editor that gives a rich_text block. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { begin } from "./fields.js";
import { wordsOfObject } from "./objects.js";
import { pieceNodes, richTextNodes } from "./rich_text.js";
import { readRichText } from "./rich_text_reading.js";

const TYPING_PAUSE_MS = 400;

const TOOLS = [
  { label: "Bold", sign: el("b", {}, "B"), command: "bold" },
  { label: "Italic", sign: el("i", {}, "I"), command: "italic" },
  { label: "Strikethrough", sign: el("s", {}, "S"), command: "strikeThrough" },
  { label: "Code", icon: "text-code", act: toggleCode, isOn: () => Boolean(codeAround()) },
  { label: "Numbered list", icon: "text-numbers", command: "insertOrderedList" },
  { label: "Bulleted list", icon: "text-list", command: "insertUnorderedList" },
  { label: "Quote", icon: "text-quote", act: toggleQuote, isOn: () => Boolean(around("blockquote")) },
];

const parentOf = (node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node);
const around = (selector) => parentOf(getSelection().anchorNode)?.closest?.(`.rich-editor ${selector}`);
const codeAround = () => around("code");

function toggleCode() {
  const code = codeAround();
  if (code) return void code.replaceWith(...code.childNodes);
  const range = getSelection().getRangeAt(0);
  const fresh = el("code", {}, range.toString() || "\u200b");
  range.deleteContents();
  range.insertNode(fresh);
  getSelection().selectAllChildren(fresh);
}

function toggleQuote() {
  document.execCommand("formatBlock", false, around("blockquote") ? "div" : "blockquote");
}

/** A piece as it stands in the editor: what cannot be typed stands as one character that keeps its meaning. */
function editable(piece) {
  if (piece.type === "text" || piece.type === "link") return pieceNodes(piece);
  return [el("span", { contenteditable: "false", data: { piece: JSON.stringify(piece) } }, pieceNodes(piece))];
}

/** The nodes of a rich text to be edited: code without the frame that it has where it is read. */
function editableNodes(block) {
  return richTextNodes(block, editable).map((node) =>
    node.matches(".code-frame") ? node.querySelector("pre") : node,
  );
}

function toolbar(editor, changed) {
  const buttons = TOOLS.map((tool) => {
    const use = () => {
      editor.focus();
      if (tool.command) document.execCommand(tool.command);
      else tool.act();
      changed();
      refresh();
    };
    return button(
      "button.icon-button.rich-tool",
      { "aria-label": tool.label, title: tool.label, "aria-pressed": "false", on: { click: use } },
      tool.icon ? icon(tool.icon) : tool.sign.cloneNode(true),
    );
  });
  const isOn = (tool) => (tool.isOn ? tool.isOn() : document.queryCommandState(tool.command));
  function refresh() {
    if (!editor.contains(getSelection().anchorNode)) return;
    TOOLS.forEach((tool, at) => buttons[at].setAttribute("aria-pressed", String(isOn(tool))));
  }
  for (const event of ["keyup", "pointerup", "focus"]) editor.addEventListener(event, refresh);
  const node = el("div.rich-tools", { role: "toolbar", "aria-label": "Formatting" }, buttons);
  node.addEventListener("mousedown", (event) => event.preventDefault());
  return node;
}

function pasteAsText(event) {
  event.preventDefault();
  document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
}

/** An editor with a row of tools; its value is a rich_text block, or null while it is empty. */
export function richTextInput(element, { kept, changed, dispatches }) {
  const editor = el("div.rich-editor.text.rich-text", {
    contenteditable: "true",
    role: "textbox",
    "aria-multiline": "true",
    autofocus: element.focus_on_load,
    data: { placeholder: wordsOfObject(element.placeholder) },
  });
  const before = begin(kept, element.initial_value);
  if (before) editor.append(...editableNodes(before));
  const read = () => readRichText(editor);
  let pause;
  const edited = () => {
    editor.dataset.empty = String(read() === null);
    if (!dispatches) return;
    clearTimeout(pause);
    pause = setTimeout(() => changed({ value: read() }, editor), TYPING_PAUSE_MS);
  };
  editor.dataset.empty = String(!before);
  editor.addEventListener("input", edited);
  editor.addEventListener("paste", pasteAsText);
  return { node: el("div.rich-input", {}, toolbar(editor, edited), editor), target: editor, read };
}
