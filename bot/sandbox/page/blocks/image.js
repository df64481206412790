/** Images of blocks and of elements. */
import { el } from "../dom.js";
import { textObject } from "./objects.js";

const addressOf = (image) => image.image_url ?? image.slack_file?.url ?? "";

function picture(image, className) {
  const node = el(`img.${className}`, { src: addressOf(image), alt: image.alt_text ?? "", loading: "lazy" });
  node.addEventListener(
    "error",
    () => node.replaceWith(el("span.image-missing", {}, `Image: ${image.alt_text ?? "no description"}`)),
    { once: true },
  );
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
