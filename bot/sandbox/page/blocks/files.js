/** Files: those that stand in a message, and the file block. */
import { el } from "../dom.js";
import { icon } from "../icons.js";
import { state } from "../state.js";
import { dataSize } from "../text/sizes.js";
import { snippetText } from "./snippet.js";

const addressOf = (file) =>
  `/sandbox/files/${encodeURIComponent(file.id)}/${encodeURIComponent(file.name)}?as=${encodeURIComponent(state.me.id)}`;

const titleOf = (file) => file.title || file.name || file.id;

const kindOf = (file) =>
  [file.pretty_type || file.filetype?.toUpperCase() || "File", Number.isFinite(file.size) && dataSize(file.size)]
    .filter(Boolean)
    .join(" · ");

const downloadLink = (file) =>
  el(
    "a.icon-button.file-download",
    { href: addressOf(file), download: file.name, "aria-label": `Download ${titleOf(file)}` },
    icon("download"),
  );

function tile(file, { downloadable = true } = {}) {
  return el(
    "div.file-tile",
    {},
    el("span.file-sign", { "aria-hidden": "true", data: { kind: file.filetype ?? "" } }, icon("file")),
    el("div.file-names", {}, el("div.file-title", {}, titleOf(file)), el("div.file-kind", {}, kindOf(file))),
    downloadable && downloadLink(file),
  );
}

function picture(file) {
  const address = addressOf(file);
  const image = el("img", { src: address, alt: file.alt_txt || titleOf(file), loading: "lazy" });
  const node = el(
    "figure.file-image",
    {},
    el("figcaption", {}, titleOf(file), " ", el("span.file-kind", {}, kindOf(file)), downloadLink(file)),
    el("a", { href: address, target: "_blank", "aria-label": `Open ${titleOf(file)} in a new tab` }, image),
  );
  image.addEventListener("error", () => node.replaceWith(tile(file)), { once: true });
  return node;
}

function snippet(file) {
  return el("div.file-snippet", {}, tile(file), snippetText(file, addressOf(file)));
}

const GONE = { tombstone: "This file was deleted.", hidden_by_limit: "This file is hidden." };

function messageFile(file) {
  if (GONE[file.mode]) return el("div.file-tile.gone", {}, icon("trash"), GONE[file.mode]);
  if (file.mode === "snippet") return snippet(file);
  return file.mimetype?.startsWith("image/") ? picture(file) : tile(file);
}

/** The files of a message: pictures as pictures, texts with their first lines, others as tiles with type, size and a download. */
export function renderFiles(files) {
  return el("div.files", {}, files.map(messageFile));
}

/** The file block, which names a file of another service by its id there. */
export function fileBlock(block, surface) {
  const file = surface.files?.find((each) => each.external_id === block.external_id);
  return tile(file ?? { id: block.external_id, title: block.external_id, pretty_type: "Remote file" }, {
    downloadable: Boolean(file),
  });
}
