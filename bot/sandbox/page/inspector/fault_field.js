/** One setting of a fault, as the JSON schema of its kind describes it. */
import { el } from "../dom.js";

const choices = (schema) => schema.anyOf ?? [schema];
const isNullable = (schema) => choices(schema).some(({ type }) => type === "null");
const mainOf = (schema) => choices(schema).find(({ type }) => type !== "null") ?? schema;

function inputFor(main, shown) {
  if (main.type === "boolean") return el("input", { type: "checkbox", checked: shown === true });
  if (main.enum)
    return el(
      "select.entry",
      {},
      main.enum.map((each) => el("option", { value: each, selected: each === shown }, String(each))),
    );
  if (main.type === "integer" || main.type === "number")
    return el("input.entry", {
      type: "number",
      min: main.minimum ?? main.exclusiveMinimum,
      max: main.maximum,
      step: main.type === "integer" ? 1 : "any",
      value: shown,
    });
  return el("input.entry", { type: "text", value: shown });
}

export class FaultField {
  constructor(name, schema) {
    this.name = name;
    this.main = mainOf(schema);
    this.nullable = isNullable(schema);
    this.initial = schema.default;
    this.input = inputFor(this.main, schema.default ?? undefined);
    this.node = el(
      this.main.type === "boolean" ? "label.choice" : "label.stacked",
      {},
      this.main.type === "boolean" ? [this.input, this.words(schema)] : [this.words(schema), this.input],
    );
  }

  words(schema) {
    return el(
      "span",
      {},
      this.name.replaceAll("_", " "),
      schema.description && el("small", {}, schema.description),
    );
  }

  get value() {
    if (this.main.type === "boolean") return this.input.checked;
    if (this.input.value === "") return null;
    return this.input.type === "number" ? Number(this.input.value) : this.input.value;
  }

  /** Whether it holds something else than what it is when nobody says. */
  get isSet() {
    return this.value !== (this.initial ?? null) && (this.value !== null || this.nullable);
  }
}
