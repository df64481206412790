/** The video block: a picture that opens the video aside, for this page plays nothing from elsewhere. */
import { el } from "../dom.js";
import { icon } from "../icons.js";
import { link } from "../text/inline.js";
import { imageElement } from "./image.js";
import { textObject, wordsOfObject } from "./objects.js";

const byline = (block) => [block.author_name, block.provider_name].filter(Boolean).join(" · ");

function poster(block) {
  const node = link(
    block.video_url,
    imageElement({ image_url: block.thumbnail_url, alt_text: block.alt_text }),
    el("span.video-play", { "aria-hidden": "true" }, icon("play")),
  );
  node.classList.add("video-poster");
  node.setAttribute("aria-label", `Play “${wordsOfObject(block.title)}” in a new tab`);
  return node;
}

/** Title, who made it, what it shows, and the picture to press. */
export function video(block) {
  const title = textObject(block.title);
  return el(
    "figure.video",
    {},
    byline(block) &&
      el(
        "div.video-byline",
        {},
        block.provider_icon_url && imageElement({ image_url: block.provider_icon_url, alt_text: "" }),
        byline(block),
      ),
    el("figcaption.video-title", {}, block.title_url ? link(block.title_url, ...title) : title),
    block.description && el("div.text", {}, ...textObject(block.description)),
    poster(block),
  );
}
