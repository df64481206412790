/** One entry of the log, whole: what was sent, what came back, what it led to. */
import { redeliver } from "./calls.js";
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { attempt, notify } from "../notices.js";
import { WINDOW_S, callsAfter, causeOf } from "./chain.js";
import { copy, curlOf } from "./copies.js";
import { reasonWords } from "./entries.js";
import { JsonTree } from "./json_tree.js";
import { placeIn, reasonsIn } from "./pointer.js";
import { distance, exactTime } from "./times.js";

const tool = (name, words, click) => button("button.button.small", { on: { click } }, icon(name), words);

function section(title, ...children) {
  return el("section.wire-section", {}, el("h3", {}, title), ...children);
}

/** Text that holds JSON, as forms send blocks and views, is shown as what it holds. */
function opened(value) {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const openedArguments = (args) =>
  Object.fromEntries(Object.entries(args).map(([key, value]) => [key, opened(value)]));

export class WireDetail {
  /** `onChoose` gets the key of another entry that this one leads to; `onBack` is for the phone. */
  constructor({ onChoose, onBack }) {
    this.handlers = { onChoose, onBack };
    this.memories = new Map();
    this.node = el("div.wire-detail", { role: "region", "aria-label": "Details", tabindex: 0 });
    this.clear();
  }

  clear() {
    this.key = null;
    this.node.replaceChildren(el("p.wire-empty", {}, "Choose a line to see what it carried."));
  }

  /** Shows `entry` with its neighbours in `ordered`. */
  show(entry, ordered) {
    const scrollTop = this.key === entry.key ? this.node.scrollTop : 0;
    if (this.key !== entry.key) this.memories.clear();
    this.key = entry.key;
    const parts = { call: () => this.call(entry, ordered), delivery: () => this.delivery(entry, ordered) };
    this.node.replaceChildren(
      this.head(entry),
      ...(parts[entry.source]?.() ?? [this.tree("Payload", entry.record.payload)]),
    );
    this.node.scrollTop = scrollTop;
  }

  head(entry) {
    const curl = curlOf(entry);
    return el(
      "header.wire-detail-head",
      {},
      button(
        "button.icon-button.wire-back",
        { "aria-label": "Back to the list", on: { click: this.handlers.onBack } },
        icon("back"),
      ),
      el(
        "div.wire-title",
        {},
        el("h2", {}, entry.name),
        el("p.quiet", {}, `${entry.label}, ${exactTime(entry.at)}${entry.took && `, ${entry.took}`}`),
        el(
          "p.wire-outcome",
          { data: { failed: entry.failed } },
          entry.failed && icon("warning"),
          entry.outcome,
        ),
      ),
      el(
        "div.wire-tools",
        {},
        entry.source === "delivery" && tool("refresh", "Redeliver", () => this.redeliver(entry.record)),
        tool("copy", "Copy JSON", () => copy(JSON.stringify(entry.record, null, 2), "The entry")),
        curl && tool("copy", "Copy curl", () => copy(curl, "The command")),
      ),
    );
  }

  async redeliver({ id }) {
    if (await attempt(() => redeliver(id))) notify("Sent again.", "info");
  }

  tree(title, value, note) {
    if (value === null || value === undefined) return section(title, el("p.quiet", {}, note ?? "Nothing."));
    return section(title, this.treeOf(title, value).node);
  }

  treeOf(title, value) {
    if (!this.memories.has(title)) this.memories.set(title, new Map());
    return new JsonTree(value, { label: title, memory: this.memories.get(title) });
  }

  call({ record, ...entry }, ordered) {
    const args = openedArguments(record.args);
    const tree = this.treeOf("Arguments", args);
    const cause = causeOf({ record, ...entry }, ordered);
    return [
      this.reasons(record, args, tree),
      section("Arguments", tree.node),
      this.tree(
        record.status === 200 ? "Answer" : `Answer, HTTP ${record.status || "connection cut"}`,
        record.response || null,
      ),
      cause &&
        section(
          `What it came after, within ${WINDOW_S} s`,
          this.links([cause], ({ at }) => distance(entry.at - at)),
        ),
    ].filter(Boolean);
  }

  reasons(record, args, tree) {
    const reasons = record.ok ? [] : reasonsIn(record.response);
    if (!reasons.length) return null;
    const line = ({ words, pointer }) =>
      el(
        "li",
        {},
        words,
        " ",
        pointer &&
          button("button.pointer", { on: { click: () => tree.reveal(placeIn(args, pointer)) } }, pointer),
      );
    return section("Why it was refused", el("ul.wire-reasons", {}, reasons.map(line)));
  }

  delivery(entry, ordered) {
    const { record } = entry;
    const calls = callsAfter(entry, ordered);
    return [
      this.tree("Payload", record.payload),
      section(
        record.sends.length === 1 ? "Sent once" : `Sent ${record.sends.length} times`,
        record.sends.map((send, at) => this.send(send, at)),
      ),
      this.tree(
        "Answer in the acknowledgement",
        record.response,
        "The app answered nothing with its acknowledgement.",
      ),
      section(
        `Calls begun in the ${WINDOW_S} s after it`,
        calls.length ? this.links(calls, ({ at }) => distance(at - entry.at)) : el("p.quiet", {}, "None."),
      ),
    ];
  }

  send(send, at) {
    const retry = send.retry_num ? `, retry ${send.retry_num} because of ${send.retry_reason}` : "";
    const outcome = send.outcome === "acknowledged" ? "acknowledged" : reasonWords(send.outcome);
    const end = send.ms === null ? "under way" : `${outcome} after ${Math.round(send.ms)} ms`;
    const wire = send.answer ? { request: send.request, answer: send.answer } : send.request;
    return el(
      "div.wire-send",
      { data: { failed: send.ms !== null && send.outcome !== "acknowledged" } },
      el("p", {}, `${exactTime(send.at)}${retry}: ${end}`),
      send.request && this.treeOf(`Send ${at + 1}`, wire).node,
    );
  }

  links(entries, note) {
    const link = (entry) =>
      button(
        "button.wire-link",
        { on: { click: () => this.handlers.onChoose(entry.key) } },
        el("small", {}, note(entry)),
        el("strong", {}, entry.name),
        el(
          "span",
          { data: { failed: entry.failed } },
          entry.failed ? `error: ${entry.outcome}` : entry.outcome,
        ),
      );
    return el("div.wire-links", {}, entries.map(link));
  }
}
