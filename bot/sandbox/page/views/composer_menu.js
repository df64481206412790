/** The "+" beside the composer: files, and the app's shortcuts. */
import { app, shortcuts } from "../directory.js";
import { icon } from "../icons.js";
import { openMenu } from "./menu.js";
import { runShortcut } from "./shortcut.js";

/** Opens the menu at `anchor` for `composer`. */
export function composerMenu(anchor, composer) {
  const attach = {
    label: ["Attach files"],
    note: ["Or paste or drop them here"],
    icon: icon("clip"),
    choose: () => composer.tray.choose(),
  };
  const own = shortcuts("global").map((shortcut) => ({
    label: [shortcut.name],
    note: [shortcut.description || app().name],
    icon: icon("bolt"),
    choose: () => runShortcut(shortcut),
  }));
  const command = {
    label: ["Slash command"],
    note: ["Type / to see them"],
    icon: icon("slash"),
    choose: () => {
      composer.fill("/");
      composer.completion.suggest();
    },
  };
  openMenu(anchor, composer.inThread ? [attach, ...own] : [attach, command, ...own]);
}
