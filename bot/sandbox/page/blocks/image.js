/** Images of blocks and of elements. */
import { el } from "../dom.js";
import { icon } from "../icons.js";
import { state } from "../state.js";
import { textObject } from "./objects.js";

const uploaded = (file) =>
  file.url ?? `/sandbox/files/${encodeURIComponent(file.id)}/image?as=${encodeURIComponent(state.me.id)}`;

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
