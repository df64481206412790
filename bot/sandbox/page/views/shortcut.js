/** Running a shortcut of the app: a global one, or one for a message. */
import { useShortcut } from "../api.js";
import { attempt } from "../notices.js";
import { state } from "../state.js";

/** Runs `shortcut`, for the message at `ts` in `channel` if it is one for messages; a silent app brings a `warning`. */
export function runShortcut(shortcut, { channel, ts } = {}) {
  const target = shortcut.type === "message" ? { channel, ts } : {};
  return attempt(() => useShortcut({ as: state.me.id, callback_id: shortcut.callback_id, ...target }));
}
