/** The drawer under the messages: what crosses the wire, and tools to bend it. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { publish, subscribe } from "../state.js";
import { Divider } from "./divider.js";
import { ToolsTab } from "./tools_tab.js";
import { WireTab } from "./wire_tab.js";

const KEY = "haggle-sandbox-inspector";

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

/** A button that opens and closes the inspector. */
export function inspectorButton() {
  const node = button(
    "button.icon-button",
    {
      "aria-label": "Inspector",
      "aria-expanded": "false",
      "aria-controls": "inspector",
      title: "Inspector (Ctrl+.)",
      on: { click: () => publish("inspector", "toggle") },
    },
    icon("wire"),
  );
  subscribe("inspector-is-open", (open) => node.setAttribute("aria-expanded", String(open)));
  return node;
}

export class Inspector {
  constructor() {
    this.tools = new ToolsTab();
    this.wire = new WireTab({ onEvent: (event) => this.tools.take(event) });
    this.panels = { wire: this.wire, tools: this.tools };
    this.divider = new Divider({ onMove: (height) => this.remember({ height }) });
    this.tabs = el("div.tabs", { role: "tablist", "aria-label": "Inspector" });
    this.bar = el("div.inspector-bar");
    this.body = el("div.inspector-body", { role: "tabpanel", id: "inspector-panel" });
    this.node = el(
      "section.inspector",
      { id: "inspector", hidden: true, "aria-label": "Inspector" },
      this.divider.node,
      el(
        "header.inspector-head",
        {},
        this.tabs,
        this.bar,
        button(
          "button.icon-button",
          { "aria-label": "Close the inspector", on: { click: () => this.close() } },
          icon("close"),
        ),
      ),
      this.body,
    );
    this.divider.follow(this.node, remembered().height);
    subscribe("inspector", (wish) => (wish === "toggle" && !this.node.hidden ? this.close() : this.open()));
    addEventListener("keydown", (event) => this.takeKey(event));
  }

  /** Opens the drawer if it was open when the page was left. */
  restore() {
    if (remembered().open) this.open({ takesFocus: false });
  }

  open({ takesFocus = true } = {}) {
    this.node.hidden = false;
    this.show(remembered().tab ?? "wire");
    this.remember({ open: true });
    publish("inspector-is-open", true);
    publish("drawer", false);
    if (takesFocus) this.tabs.querySelector("[aria-selected=true]").focus();
  }

  close() {
    const held = this.node.contains(document.activeElement);
    this.node.hidden = true;
    for (const panel of Object.values(this.panels)) panel.close();
    this.remember({ open: false });
    publish("inspector-is-open", false);
    if (held) document.querySelector(".channel-pane .composer-box")?.focus();
  }

  show(name) {
    this.tabs.replaceChildren(this.tab("wire", "Wire", name), this.tab("tools", "Tools", name));
    this.body.setAttribute("aria-label", name === "wire" ? "Wire" : "Tools");
    this.bar.replaceChildren(this.panels[name].bar);
    this.body.replaceChildren(this.panels[name].node);
    this.wire.open();
    this.panels[name].open();
    this.remember({ tab: name });
  }

  tab(name, label, current) {
    return button(
      "button.tab",
      {
        role: "tab",
        "aria-selected": String(name === current),
        "aria-controls": "inspector-panel",
        tabindex: name === current ? 0 : -1,
        on: { click: () => this.show(name), keydown: (event) => this.turnTab(event, name) },
      },
      label,
    );
  }

  turnTab(event, name) {
    if (event.altKey || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    this.show(name === "wire" ? "tools" : "wire");
    this.tabs.querySelector("[aria-selected=true]").focus();
  }

  takeKey(event) {
    if ((event.ctrlKey || event.metaKey) && event.key === ".") {
      event.preventDefault();
      publish("inspector", "toggle");
    }
    if (event.key === "Escape" && this.node.contains(event.target) && !event.defaultPrevented) this.close();
  }

  remember(what) {
    localStorage.setItem(KEY, JSON.stringify({ ...remembered(), ...what }));
  }
}
