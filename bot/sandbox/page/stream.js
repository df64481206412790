/** The live stream of one person, opened again by itself after it breaks. */
import { streamAddress } from "./api.js";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

/** Follows one stream at a time. `onEvent` gets each event, `onOpen` each (re)connection, `onLost` each break. */
export class Stream {
  constructor({ onEvent, onOpen, onLost }) {
    this.handlers = { onEvent, onOpen, onLost };
    this.wait = FIRST_WAIT_MS;
  }

  /** Leaves the stream followed so far and follows that of `as`. */
  follow(as) {
    this.leave();
    this.as = as;
    this.source = new EventSource(streamAddress(as));
    this.source.onopen = () => {
      this.wait = FIRST_WAIT_MS;
      this.handlers.onOpen();
    };
    this.source.onmessage = (frame) => this.handlers.onEvent(JSON.parse(frame.data));
    this.source.onerror = () => this.retry();
  }

  retry() {
    this.handlers.onLost();
    this.source.close();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.follow(this.as), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }

  leave() {
    clearTimeout(this.timer);
    this.source?.close();
  }
}
