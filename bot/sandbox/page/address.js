/** The page's state in the hash, so that a link opens exactly what was seen. */

/** What the hash asks for; parts that it lacks are undefined. */
export function readAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  return {
    as: wanted.get("as") ?? undefined,
    channel: wanted.get("channel") ?? undefined,
    thread: wanted.get("thread") ?? undefined,
    view: wanted.get("view") ?? undefined,
    message: wanted.get("message") ?? undefined,
  };
}

function hashFor({ as, channel, thread, view }) {
  const wanted = new URLSearchParams({ as, channel: channel ?? "dm" });
  if (thread) wanted.set("thread", thread);
  if (view && view !== "messages") wanted.set("view", view);
  return `#${wanted}`;
}

/** Puts a place into the address bar; a new entry in the history unless `replace`. */
export function writeAddress(place, { replace = false } = {}) {
  const hash = hashFor(place);
  if (hash === location.hash) return;
  history[replace ? "replaceState" : "pushState"](null, "", hash);
}

/** Loads the page again without the thread that was open, after another workspace came in the place of this one. */
export function openAnew() {
  const { thread: _, ...place } = readAddress();
  writeAddress(place, { replace: true });
  location.reload();
}

/** The channel, message and thread that a permalink of this sandbox names, or null for any other address. */
export function readPermalink(address) {
  const url = new URL(address, location.href);
  const found = url.origin === location.origin && url.pathname.match(/^\/archives\/(\w+)\/p(\d+)(\d{6})$/);
  if (!found) return null;
  return {
    channel: found[1],
    ts: `${found[2]}.${found[3]}`,
    thread: url.searchParams.get("thread_ts") ?? undefined,
  };
}
