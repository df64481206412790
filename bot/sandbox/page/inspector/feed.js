/** The log of the wire as the page holds it: read once, then followed live, the oldest dropped past a bound. */
import { readCalls, readConnections, readDeliveries, wireAddress } from "./calls.js";
import { entryOf } from "./entries.js";

export const MOST_KEPT = 2000;
const FIRST_READ = 500;
const AGAIN_MS = 2000;
const SOURCES = ["call", "delivery", "connection"];

export class Feed {
  /** `onChange` is called after entries came, changed or went; `onEvent` gets every other live event. */
  constructor({ onChange, onEvent }) {
    this.handlers = { onChange, onEvent };
    this.entries = new Map();
    this.clearedUpTo = 0;
  }

  /** Begins to follow; what happened before is read too. */
  open() {
    if (this.source) return;
    this.source = new EventSource(wireAddress());
    this.source.onopen = () => this.read(FIRST_READ);
    this.source.onmessage = (frame) => this.take(JSON.parse(frame.data));
    this.source.onerror = () => this.retry();
  }

  close() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  retry() {
    this.close();
    this.timer = setTimeout(() => this.open(), AGAIN_MS);
  }

  async read(most) {
    const [deliveries, calls, connections] = await Promise.all([
      readDeliveries(most),
      readCalls(most),
      readConnections(most),
    ]);
    for (const record of deliveries.deliveries) this.put("delivery", record);
    for (const record of calls.calls) this.put("call", record);
    for (const record of connections.connections) this.put("connection", record);
    this.handlers.onChange();
  }

  take(event) {
    if (event.kind === "resync") this.read(MOST_KEPT);
    const source = SOURCES.find((each) => each === event.kind);
    if (!source) return void this.handlers.onEvent(event);
    this.put(source, event[source]);
    this.handlers.onChange();
  }

  put(source, record) {
    if (record.order <= this.clearedUpTo) return;
    const entry = entryOf(source, record);
    this.entries.set(entry.key, entry);
    if (this.entries.size > MOST_KEPT) this.dropOldest();
  }

  dropOldest() {
    const oldest = this.ordered().slice(0, this.entries.size - MOST_KEPT);
    for (const { key } of oldest) this.entries.delete(key);
  }

  /** All entries, oldest first. */
  ordered() {
    return [...this.entries.values()].sort((one, other) => one.order - other.order);
  }

  /** Forgets what is here; the server's log stays. */
  clear() {
    for (const { order } of this.entries.values()) this.clearedUpTo = Math.max(this.clearedUpTo, order);
    this.entries.clear();
    this.handlers.onChange();
  }
}
