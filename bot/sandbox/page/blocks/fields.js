/** What has been entered in a view so far: one reader for each input. */

/** What an input begins with: what was entered before, even if that is nothing, else what the app proposed. */
export const begin = (kept, proposed) => (kept === undefined ? proposed : kept);

export class Fields {
  constructor(kept = {}) {
    this.inputs = new Map();
    this.before = kept;
  }

  /** What was entered before under these ids, or undefined; it outlives a redraw of the view. */
  keptValue(blockId, actionId) {
    return this.before[blockId]?.[actionId];
  }

  /** Takes in an input: `read` gives what is sent, `keep` what it needs to be drawn again, which is the same for most. */
  register(blockId, actionId, { read, keep = read }) {
    this.inputs.set(`${blockId}\n${actionId}`, { read, keep });
  }

  /** Everything entered, by block id and action id, in plain values; empty inputs are null. */
  values() {
    return this.collect("read");
  }

  /** Everything entered, as the inputs want it back when they are drawn again. */
  kept() {
    return this.collect("keep");
  }

  /** Everything entered as one string, equal exactly while nothing has changed. */
  snapshot() {
    return JSON.stringify(this.values());
  }

  collect(how) {
    const values = {};
    for (const [key, input] of this.inputs) {
      const [blockId, actionId] = key.split("\n");
      values[blockId] = { ...values[blockId], [actionId]: input[how]() };
    }
    return values;
  }
}
