/** A stretch of a channel or thread: the messages held here in order, and whether there are more at its ends. */

export class Stretch {
  constructor() {
    this.reset({ messages: [] });
  }

  /** Takes an answer of the sandbox in place of what was held. */
  reset({ messages, has_more: hasEarlier = false, has_newer: hasLater = false }) {
    this.messages = [...messages].sort((one, other) => (one.ts < other.ts ? -1 : 1));
    Object.assign(this, { hasEarlier, hasLater });
  }

  get length() {
    return this.messages.length;
  }

  get first() {
    return this.messages[0];
  }

  get last() {
    return this.messages.at(-1);
  }

  indexOf(ts) {
    return this.messages.findLastIndex((message) => message.ts === ts);
  }

  /** Puts a message into its place. Returns its index and whether it is new there; null where it lies beyond an end. */
  put(message) {
    const known = this.indexOf(message.ts);
    if (known >= 0) {
      this.messages[known] = message;
      return { at: known, isNew: false };
    }
    const at = this.messages.findLastIndex((each) => each.ts < message.ts) + 1;
    const beyond = (at === this.length && this.hasLater) || (at === 0 && this.hasEarlier);
    if (beyond) return null;
    this.messages.splice(at, 0, message);
    return { at, isNew: true };
  }

  /** Takes a message away; its index was that, or -1. */
  remove(ts) {
    const at = this.indexOf(ts);
    if (at >= 0) this.messages.splice(at, 1);
    return at;
  }

  /** Adds what comes before; returns the added messages. */
  addEarlier({ messages, has_more: hasEarlier }) {
    const fresh = messages.filter(({ ts }) => !this.first || ts < this.first.ts);
    this.messages.unshift(...fresh);
    this.hasEarlier = hasEarlier;
    return fresh;
  }

  /** Adds what comes after; returns the added messages. */
  addLater({ messages, has_newer: hasLater }) {
    const fresh = messages.filter(({ ts }) => !this.last || ts > this.last.ts);
    this.messages.push(...fresh);
    this.hasLater = hasLater;
    return fresh;
  }

  /** Lets go of the oldest so that `most` are left; returns them. */
  keepLast(most) {
    const gone = this.messages.splice(0, Math.max(0, this.length - most));
    this.hasEarlier ||= gone.length > 0;
    return gone;
  }

  /** Lets go of the newest so that `most` are left; returns them. */
  keepFirst(most) {
    const gone = this.messages.splice(most);
    this.hasLater ||= gone.length > 0;
    return gone;
  }
}
