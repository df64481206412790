/** Slack's marks for formatting, put around what is selected in a text box. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";

const FENCE = "```";

const MARKS = [
  { name: "Bold", sign: "text-bold", around: "*", key: "b" },
  { name: "Italic", sign: "text-italic", around: "_", key: "i" },
  { name: "Strikethrough", sign: "text-strike", around: "~", key: "X" },
  { name: "Code", sign: "code", around: "`", key: "C" },
  { name: "Numbered list", sign: "text-numbers", line: (at) => `${at + 1}. ` },
  { name: "Bulleted list", sign: "text-list", line: () => "• " },
  { name: "Quote", sign: "text-quote", line: () => "> " },
  { name: "Code block", sign: "text-code", around: FENCE },
];

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const keyName = ({ key }) =>
  key && `${isMac ? "⌘" : "Ctrl"} ${key === key.toUpperCase() ? "Shift " : ""}${key.toUpperCase()}`;

/** Whether the caret stands right before the mark that closes what a mark before it opened. */
function isBeforeClosing({ value, selectionStart: at, selectionEnd }, mark) {
  const line = mark === FENCE ? 0 : value.lastIndexOf("\n", at - 1) + 1;
  const isOpen = value.slice(line, at).split(mark).length % 2 === 0;
  return at === selectionEnd && isOpen && value.startsWith(mark, at);
}

function wrap(box, mark) {
  const { selectionStart: from, selectionEnd: to } = box;
  const chosen = box.value.slice(from, to);
  const wrapped = box.value.slice(from - mark.length, from) === mark && box.value.startsWith(mark, to);
  if (wrapped) box.setRangeText(chosen, from - mark.length, to + mark.length, "select");
  else if (isBeforeClosing(box, mark)) box.setSelectionRange(to + mark.length, to + mark.length);
  else {
    box.setRangeText(`${mark}${chosen}${mark}`, from, to, "end");
    box.setSelectionRange(from + mark.length, from + mark.length + chosen.length);
  }
}

function prefix(box, line) {
  const from = box.value.lastIndexOf("\n", box.selectionStart - 1) + 1;
  const lines = box.value.slice(from, box.selectionEnd).split("\n");
  box.setRangeText(lines.map((words, at) => line(at) + words).join("\n"), from, box.selectionEnd, "end");
}

function apply(box, mark) {
  if (mark.around) wrap(box, mark.around);
  else prefix(box, mark.line);
  box.dispatchEvent(new Event("input"));
  box.focus();
}

/** A toolbar that formats in `box`. */
export function formattingBar(box) {
  const one = (mark) =>
    button(
      "button.icon-button",
      {
        "aria-label": mark.name,
        title: [mark.name, keyName(mark)].filter(Boolean).join(" · "),
        on: { pointerdown: (event) => event.preventDefault(), click: () => apply(box, mark) },
      },
      icon(mark.sign),
    );
  return el("div.formatting", { role: "toolbar", "aria-label": "Formatting" }, MARKS.map(one));
}

/** Formats in `box` if the key is one for it; whether it was. */
export function formatByKey(event, box) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const mark = MARKS.find(({ key }) => key === event.key && (key === key.toUpperCase()) === event.shiftKey);
  if (!mark) return false;
  event.preventDefault();
  apply(box, mark);
  return true;
}
