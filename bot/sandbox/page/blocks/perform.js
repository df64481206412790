/** Pressing, choosing, entering: sending one block action, once, with its confirmation before. */
import { act } from "../api.js";
import { attempt } from "../notices.js";
import { state } from "../state.js";
import { confirmation } from "../views/confirm.js";
import { wordsOfObject } from "./objects.js";

const asQuestion = (confirm) => ({
  title: wordsOfObject(confirm.title),
  words: wordsOfObject(confirm.text),
  yes: wordsOfObject(confirm.confirm) || "Yes",
  no: wordsOfObject(confirm.deny) || "Cancel",
  danger: confirm.style === "danger",
});

async function whileBusy(node, task) {
  node.setAttribute("aria-busy", "true");
  try {
    return await attempt(task);
  } finally {
    node.removeAttribute("aria-busy");
  }
}

/**
 * Sends the action of `element` in `block` with `payload`, and shows `node` as busy meanwhile. A second press
 * while the first is under way does nothing. Returns whether it was sent;
 * that the app did not take it comes as a `warning` of the stream.
 */
export async function perform(surface, block, element, payload, node) {
  if (node.getAttribute("aria-busy") === "true") return false;
  if (element.confirm && !(await confirmation(asQuestion(element.confirm)))) return false;
  const action = {
    as: state.me.id,
    container: surface.container,
    action_id: element.action_id,
    block_id: block.block_id,
    values: surface.fields?.values(),
    ...payload,
  };
  const answer = await whileBusy(node, () => act(action));
  return Boolean(answer);
}
