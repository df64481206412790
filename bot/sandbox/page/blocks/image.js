/** Images of blocks and of elements. */
import { el } from "../dom.js";
import { icon } from "../icons.js";
import { state } from "../state.js";
import { textObject } from "./objects.js";

/** The id of an uploaded file, which its private address names too. */
const fileId = (file) => file.id ?? file.url?.match(/-(F\w+)\//)?.[1] ?? "";

/** Where this page reads an uploaded file: its private address wants a token. */
const uploaded = (file) =>
  `/sandbox/files/${encodeURIComponent(fileId(file))}/image?as=${encodeURIComponent(state.me.id)}`;

const addressOf = (image) => image.image_url ?? (image.slack_file ? uploaded(image.slack_file) : "");

function missing(image) {
  return el("span.image-missing", {}, icon("image"), image.alt_text || "Image without a description");
}

function picture(image, className) {
  const node = el(`img.${className}`, { src: addressOf(image), alt: image.alt_text ?? "", loading: "lazy" });
  node.addEventListener("error", () => node.replaceWith(missing(image)), { once: true });
  return node;
}

/** A small image beside text. */
export const imageElement = (image) => picture(image, "element-image");

/** A whole image block with its title. */
export function imageBlock(block) {
  return el(
    "figure.image-block",
    {},
    block.title && el("figcaption", {}, ...textObject(block.title)),
    picture(block, "block-image"),
  );
}
