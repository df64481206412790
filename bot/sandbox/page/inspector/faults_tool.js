/** Faults on demand: which stand, and a form that sets one, drawn from what the sandbox says of each kind. */
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { attempt } from "../notices.js";
import { readFaults, removeFault, removeFaults, setFault } from "./calls.js";
import { FaultField } from "./fault_field.js";
import { doing, tool } from "./tool.js";

const spoken = (kind) => kind.replaceAll("_", " ");

const NOT_SETTINGS = new Set(["id", "kind", "seen", "struck", "over", "match"]);

function settingsOf(fault, kind) {
  const settings = Object.entries(fault).filter(
    ([name, value]) => !NOT_SETTINGS.has(name) && value !== kind?.fields[name]?.default,
  );
  const matched = Object.entries(fault.match ?? {}).filter(([, value]) => value !== null);
  return [...matched, ...settings]
    .map(([name, value]) => `${spoken(name)} ${value ?? "without end"}`)
    .join(", ");
}

export class FaultsTool {
  constructor() {
    this.kinds = [];
    this.standing = el("ul.faults");
    this.pick = el("select.entry", {
      "aria-label": "Kind of fault",
      on: { change: () => this.drawFields() },
    });
    this.about = el("p.quiet");
    this.fields = el("div.fault-fields");
    this.form = el(
      "form.fault-form",
      { on: { submit: (event) => this.submit(event) } },
      this.pick,
      this.about,
      this.fields,
      el(
        "div.button-row",
        {},
        el("button.button", { type: "submit", data: { style: "primary" } }, "Set this fault"),
      ),
    );
    this.node = tool(
      "Faults",
      "What goes wrong between the app and Slack, on demand. A fault that is over stays listed until it is removed.",
      this.standing,
      this.form,
    );
  }

  async read() {
    const answer = await attempt(readFaults);
    if (!answer) return;
    this.kinds = answer.kinds;
    this.drawStanding(answer.faults);
    if (!this.pick.options.length) this.drawKinds();
  }

  drawStanding(faults) {
    const all = doing("Remove all", () => removeFaults().then(() => this.read()));
    this.standing.replaceChildren(
      ...faults.map((fault) => this.standingLine(fault)),
      ...(faults.length > 1 ? [el("li", {}, all)] : []),
    );
    if (!faults.length) this.standing.append(el("li.quiet", {}, "No fault is set."));
  }

  standingLine(fault) {
    const kind = this.kinds.find((each) => each.kind === fault.kind);
    const remove = () => attempt(() => removeFault(fault.id)).then(() => this.read());
    return el(
      "li.fault",
      { data: { over: Boolean(fault.over) } },
      el("span", {}, el("strong", {}, spoken(fault.kind)), " ", el("small", {}, settingsOf(fault, kind))),
      el(
        "span.quiet",
        {},
        fault.over ? `over, struck ${fault.struck}` : `stands, struck ${fault.struck ?? 0}`,
      ),
      button(
        "button.icon-button",
        { "aria-label": `Remove the fault ${spoken(fault.kind)}`, on: { click: remove } },
        icon("close"),
      ),
    );
  }

  drawKinds() {
    this.pick.append(...this.kinds.map(({ kind }) => el("option", { value: kind }, spoken(kind))));
    this.drawFields();
  }

  drawFields() {
    const kind = this.kinds.find((each) => each.kind === this.pick.value);
    this.about.textContent = kind.description;
    const { match = {}, ...own } = kind.fields;
    this.inputs = Object.entries(own).map(([name, schema]) => new FaultField(name, schema));
    this.matches = Object.entries(match).map(([name, schema]) => new FaultField(name, schema));
    this.fields.replaceChildren(...[...this.matches, ...this.inputs].map((field) => field.node));
  }

  async submit(event) {
    event.preventDefault();
    const match = Object.fromEntries(
      this.matches.filter(({ isSet }) => isSet).map((field) => [field.name, field.value]),
    );
    const given = Object.fromEntries(
      this.inputs.filter(({ isSet }) => isSet).map((field) => [field.name, field.value]),
    );
    const fault = { kind: this.pick.value, ...given, ...(Object.keys(match).length ? { match } : {}) };
    if (await attempt(() => setFault(fault))) this.read();
  }
}
