import { deleteMessage } from "../api.js";
import { attempt } from "../notices.js";
import { state } from "../state.js";
import { confirmation } from "./confirm.js";

/** Deletes a message once the person has said that they mean it. */
export async function remove(message, channel) {
  const yes = await confirmation({
    title: "Delete this message",
    words: "It goes for everyone, and this cannot be undone.",
    yes: "Delete",
    danger: true,
  });
  return yes && attempt(() => deleteMessage({ as: state.me.id, channel, ts: message.ts }));
}
