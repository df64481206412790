/** The Home tab of the app. */
import { openHome, readHome } from "../api.js";
import { Fields } from "../blocks/fields.js";
import { renderBlocks } from "../blocks/render.js";
import { app } from "../directory.js";
import { el, replaceKeepingFocus } from "../dom.js";
import { attempt } from "../notices.js";
import { appFace } from "../people.js";
import { state, subscribe } from "../state.js";

function emptyHome() {
  return el(
    "div.empty",
    {},
    appFace(),
    el("h2", {}, `${app().name} has not drawn its Home tab yet`),
    el(
      "p",
      {},
      "It is told each time you open this tab, and may draw it then. If nothing comes, look whether the bot is running.",
    ),
  );
}

export class Home {
  constructor() {
    this.content = el("div.home-content");
    this.node = el("div.home", { tabindex: 0, role: "tabpanel", "aria-label": "Home" }, this.content);
    subscribe("home", (view) => this.draw(view));
  }

  /** Reads the tab as it stands and tells the app that it was opened. */
  async open() {
    const as = state.me.id;
    const answer = await attempt(() => readHome(as));
    if (answer && as === state.me.id) this.draw(answer.view);
    await attempt(() => openHome(as));
  }

  draw(view) {
    const kept = this.fields?.kept();
    this.fields = new Fields(kept);
    const surface = { container: { home: true }, fields: this.fields, errors: view?.errors };
    const fresh = el(
      "div.home-content",
      { tabindex: -1 },
      view ? renderBlocks(view.blocks, surface) : emptyHome(),
    );
    replaceKeepingFocus(this.content, fresh);
    this.content = fresh;
  }
}
