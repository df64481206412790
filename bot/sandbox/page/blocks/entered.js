/** What the sandbox holds of a form, as its inputs want it back: so a reload loses nothing that was sent. */

const plain = (choice) => choice?.value ?? choice;

function entryOf(held) {
  if (held.type === "file_input") return held.files ?? [];
  if (held.type === "rich_text_input") return held.rich_text_value ?? null;
  const key = Object.keys(held).find((name) => name === "value" || name.startsWith("selected_"));
  const chosen = held[key] ?? (held.type.startsWith("multi_") ? [] : null);
  if (held.type.endsWith("external_select")) return chosen;
  return Array.isArray(chosen) ? chosen.map(plain) : plain(chosen);
}

const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));

/** The entries of `view`, by block id and action id. */
export const enteredIn = (view) => mapped(view.state?.values ?? {}, (block) => mapped(block, entryOf));
