/** What has been entered in a view so far: one reader for each input. */

/** What an input begins with: what was entered before, even if that is nothing, else what the app proposed. */
export const begin = (kept, proposed) => (kept === undefined ? proposed : kept);

export class Fields {
  constructor(kept = {}) {
    this.readers = new Map();
    this.kept = kept;
  }

  /** What was entered before under these ids, or undefined; it outlives a redraw of the view. */
  keptValue(blockId, actionId) {
    return this.kept[blockId]?.[actionId];
  }

  register(blockId, actionId, read) {
    this.readers.set(`${blockId}\n${actionId}`, read);
  }

  /** Everything entered, by block id and action id, in plain values; empty inputs are null. */
  values() {
    const values = {};
    for (const [key, read] of this.readers) {
      const [blockId, actionId] = key.split("\n");
      values[blockId] = { ...values[blockId], [actionId]: read() };
    }
    return values;
  }
}
