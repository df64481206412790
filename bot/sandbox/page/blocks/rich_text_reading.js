/** What stands in an editor, as a rich_text block. */

const STYLES = {
  B: "bold",
  STRONG: "bold",
  I: "italic",
  EM: "italic",
  S: "strike",
  STRIKE: "strike",
  DEL: "strike",
  U: "underline",
  CODE: "code",
};
const BLOCKS = new Set(["DIV", "P", "LI"]);
const FRAMES = new Set(["DIV", "P"]);
const LIST_STYLES = { UL: "bullet", OL: "ordered" };

const sameStyle = (one, other) => JSON.stringify(one ?? {}) === JSON.stringify(other ?? {});

function textPiece(text, style) {
  return Object.keys(style).length ? { type: "text", text, style } : { type: "text", text };
}

/** Adds a piece, as part of the one before where both are text of one style. */
function add(pieces, piece) {
  const last = pieces.at(-1);
  if (piece.type === "text" && last?.type === "text" && sameStyle(last.style, piece.style)) last.text += piece.text;
  else pieces.push({ ...piece });
}

function readNode(node, style, pieces) {
  if (node.nodeType === Node.TEXT_NODE) return node.data && add(pieces, textPiece(node.data.replace(/\u00a0/g, " "), style));
  if (node.nodeName === "BR") return add(pieces, textPiece("\n", {}));
  if (node.dataset?.piece) return add(pieces, JSON.parse(node.dataset.piece));
  if (node.nodeName === "A") return add(pieces, { type: "link", url: node.getAttribute("href"), text: node.textContent });
  if (BLOCKS.has(node.nodeName) && pieces.length) add(pieces, textPiece("\n", {}));
  const name = STYLES[node.nodeName];
  const inner = name ? { ...style, [name]: true } : style;
  node.childNodes.forEach((child) => readNode(child, inner, pieces));
  return undefined;
}

/** The pieces of `nodes`, without the line breaks that editors leave at the end. */
function piecesOf(nodes) {
  const pieces = [];
  for (const node of nodes) readNode(node, {}, pieces);
  const last = pieces.at(-1);
  if (last?.type === "text") last.text = last.text.replace(/\n+$/, "");
  return pieces.filter((piece) => piece.type !== "text" || piece.text);
}

function listParts(list, indent) {
  const parts = [];
  for (const item of list.children) {
    if (LIST_STYLES[item.nodeName]) {
      parts.push(...listParts(item, indent + 1));
      continue;
    }
    const nested = [...item.children].filter((child) => LIST_STYLES[child.nodeName]);
    const own = [...item.childNodes].filter((child) => !nested.includes(child));
    const line = { type: "rich_text_section", elements: piecesOf(own) };
    const last = parts.at(-1);
    if (last?.indent === indent) last.elements.push(line);
    else parts.push({ type: "rich_text_list", style: LIST_STYLES[list.nodeName], indent, elements: [line] });
    parts.push(...nested.flatMap((each) => listParts(each, indent + 1)));
  }
  return parts;
}

function wholePart(node) {
  if (LIST_STYLES[node.nodeName]) return listParts(node, 0);
  if (node.nodeName === "BLOCKQUOTE") return [{ type: "rich_text_quote", elements: piecesOf(node.childNodes) }];
  if (node.nodeName === "PRE") return [{ type: "rich_text_preformatted", elements: piecesOf(node.childNodes) }];
  return null;
}

/** What stands in `editor`, without the frames that browsers put around lists and quotes. */
function topNodes(editor) {
  return [...editor.childNodes].flatMap((node) =>
    FRAMES.has(node.nodeName) && node.querySelector("ul, ol, blockquote, pre") ? topNodes(node) : [node],
  );
}

/** The rich_text block that `editor` holds, or null where nothing is written. */
export function readRichText(editor) {
  const elements = [];
  let run = [];
  const endRun = () => {
    const pieces = piecesOf(run);
    if (pieces.length) elements.push({ type: "rich_text_section", elements: pieces });
    run = [];
  };
  for (const node of topNodes(editor)) {
    const whole = wholePart(node);
    if (!whole) run.push(node);
    else {
      endRun();
      elements.push(...whole);
    }
  }
  endRun();
  return elements.length ? { type: "rich_text", elements } : null;
}
