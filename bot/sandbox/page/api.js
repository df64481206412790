/** The control API: one function for each thing a person can do. See docs/sandbox.md. */

/** A refused or failed call; `message` is in plain words and fit to be shown. */
export class Refusal extends Error {
  constructor(code, detail, status, problems = []) {
    super(detail || `The sandbox answered "${code}".`);
    this.code = code;
    this.status = status;
    this.problems = problems;
  }
}

async function answerOf(response) {
  try {
    return await response.json();
  } catch {
    throw new Refusal(
      "unreadable",
      `The sandbox answered ${response.status} without JSON. See its log.`,
      response.status,
    );
  }
}

/** How `body` goes out: a form as it is, anything else as JSON. */
function sent(body) {
  if (body === undefined || body instanceof FormData) return { body };
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** The answer of one control call; Refusal when it is refused or cannot be made. */
export async function call(method, path, body) {
  let response;
  try {
    response = await fetch(`/sandbox/${path}`, {
      method,
      ...sent(body),
    });
  } catch {
    throw new Refusal("unreachable", "The sandbox does not answer. Is it still running?", 0);
  }
  const answer = await answerOf(response);
  if (!response.ok || answer.ok === false)
    throw new Refusal(answer.error ?? "unknown", answer.detail, response.status, answer.problems);
  return answer;
}

const part = encodeURIComponent;

export const readWorkspace = () => call("GET", "workspace");
/** `which` cuts out a stretch: `{ before | after | around, limit }`. */
export const readChannel = (as, channel, which = {}) =>
  call("GET", `channels/${part(channel)}?${new URLSearchParams({ as, ...which })}`);
export const readThread = (as, channel, ts) =>
  call("GET", `channels/${part(channel)}/threads/${part(ts)}?as=${part(as)}`);
export const readUnread = (as) => call("GET", `unread?as=${part(as)}`);
export const markRead = (mark) => call("POST", "read", mark);
export const readHome = (as) => call("GET", `home?as=${part(as)}`);
export const readModals = (as) => call("GET", `modals?as=${part(as)}`);

export const say = (message) => call("POST", "messages", message);
export const editMessage = (message) => call("PATCH", "messages", message);
export const deleteMessage = (message) => call("DELETE", "messages", message);
export const pin = (pinning) => call("POST", "pins", pinning);
export const dismiss = (dismissal) => call("POST", "dismiss", dismissal);
export const useShortcut = (use) => call("POST", "shortcuts", use);
export const stopSession = (session) => call("POST", "sessions/stop", session);
export const react = (reaction) => call("POST", "reactions", reaction);
export const runCommand = (command) => call("POST", "commands", command);
export const act = (action) => call("POST", "actions", action);
export const askOptions = (asked) => call("POST", "options", asked);

/** Sends `files` in the name of a person, into a channel and thread where `place` names them. */
export function sendFiles(as, files, place = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ as, ...place })) if (value) form.append(name, value);
  for (const file of files) form.append("file", file);
  return call("POST", "files", form);
}

export const submitModal = (submission) => call("POST", "modals/submit", submission);
export const closeModal = (closing) => call("POST", "modals/close", closing);
export const openHome = (as) => call("POST", "home/open", { as });
export const openMessagesTab = (as) => call("POST", "messages_tab/open", { as });

export const createChannel = (channel) => call("POST", "channels", channel);
export const addMember = (channel, user) => call("POST", `channels/${part(channel)}/members`, { user });
export const removeMember = (channel, user) =>
  call("DELETE", `channels/${part(channel)}/members/${part(user)}`);
export const readPins = (as, channel) => call("GET", `channels/${part(channel)}/pins?as=${part(as)}`);
export const readClock = () => call("GET", "clock");
export const moveClock = (move) => call("POST", "clock", move);
export const resetWorkspace = () => call("POST", "reset", {});

/** The address of the event stream for one person. */
export const streamAddress = (as) => `/sandbox/stream?as=${part(as)}`;
