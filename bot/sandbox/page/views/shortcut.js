/** Running a shortcut of the app: a global one, or one for a message. */
import { useShortcut } from "../api.js";
import { app } from "../directory.js";
import { attempt, notify } from "../notices.js";
import { state } from "../state.js";

/** Runs `shortcut`, for the message at `ts` in `channel` if it is one for messages; says so when the app stays silent. */
export async function runShortcut(shortcut, { channel, ts } = {}) {
  const target = shortcut.type === "message" ? { channel, ts } : {};
  const answer = await attempt(() =>
    useShortcut({ as: state.me.id, callback_id: shortcut.callback_id, ...target }),
  );
  if (answer?.acknowledged === false)
    notify(`“${shortcut.name}” failed because ${app().name} did not respond. Is the bot running?`);
}
