/** JSON pointers (RFC 6901) in Slack's reasons for refusing a call. */

const IN_WORDS = /\s*\[json-pointer:([^\]]*)\]\s*$/;

const unescaped = (part) => part.replaceAll("~1", "/").replaceAll("~0", "~");

/** The parts of a pointer: "/blocks/0/text" gives ["blocks", "0", "text"]. */
const partsOf = (pointer) => pointer.split("/").slice(1).map(unescaped);

/** A pointer made of `parts`. */
export const pointerOf = (parts) =>
  parts.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const isInside = (value, part) => typeof value === "object" && value !== null && part in value;

/** The place in a call's arguments that a pointer means, or as much of the way as is there. */
export function placeIn(args, pointer) {
  const found = [];
  let value = args;
  for (const part of partsOf(pointer)) {
    if (!isInside(value, part)) break;
    found.push(part);
    value = value[part];
  }
  return found;
}

/** Slack's reasons in an answer, each with the pointer it names, or null. */
export function reasonsIn(answer) {
  const listed = answer?.errors ?? answer?.response_metadata?.messages ?? [];
  return (Array.isArray(listed) ? listed : [])
    .filter((each) => typeof each === "string")
    .map((each) => {
      const words = each.replace(/^\[ERROR\]\s*/, "");
      return { words: words.replace(IN_WORDS, ""), pointer: words.match(IN_WORDS)?.[1] ?? null };
    });
}
