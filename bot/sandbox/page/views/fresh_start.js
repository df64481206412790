/** Emptying the workspace. */
import { openAnew } from "../address.js";
import { resetWorkspace } from "../api.js";
import { confirmation } from "./confirm.js";

/** Puts the fresh workspace in the place of this one, if the person says yes. */
export async function startAfresh() {
  const yes = await confirmation({
    title: "Start afresh",
    words: "All messages, threads and channels that were made here go. People and first channels come back.",
    yes: "Start afresh",
    danger: true,
  });
  if (!yes) return;
  await resetWorkspace();
  openAnew();
}
