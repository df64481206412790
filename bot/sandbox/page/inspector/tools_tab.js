/** The tab with tools: the clock, faults, snapshots, sockets, a fresh start. */
import { el } from "../dom.js";
import { ClockTool } from "./clock_tool.js";
import { FaultsTool } from "./faults_tool.js";
import { socketTool, workspaceTool } from "./small_tools.js";
import { snapshotTool } from "./snapshot_tool.js";

export class ToolsTab {
  constructor() {
    this.clock = new ClockTool();
    this.faults = new FaultsTool();
    this.bar = el("p.quiet.tools-note", {}, "For tests and demonstrations: each is one HTTP call, too.");
    this.node = el(
      "div.tools",
      {},
      el("div.tools-column", {}, this.clock.node, snapshotTool(), socketTool(), workspaceTool()),
      this.faults.node,
    );
  }

  open() {
    this.clock.start();
    this.faults.read();
  }

  close() {
    this.clock.stop();
  }

  /** Takes in a live event that is not of the wire. */
  take(event) {
    if (event.kind === "faults" || event.kind === "resync") this.faults.read();
  }
}
