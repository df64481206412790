/** What the inspector says of each entry of the log: its direction, its kind, its name, and how it ended. */

import { findChannel } from "../directory.js";
import { state } from "../state.js";
import { wordsOf } from "../text/mrkdwn.js";

const KINDS = {
  events_api: { group: "event", label: "event" },
  slash_commands: { group: "command", label: "command" },
  interactive: { group: "interaction", label: "interaction" },
  web_api: { group: "call", label: "call" },
  response_url: { group: "post", label: "response URL" },
  upload: { group: "post", label: "upload" },
  scheduled: { group: "post", label: "at its time" },
};

/** The kinds to filter by: value and label. */
export const GROUPS = [
  ["all", "Everything"],
  ["call", "Web API calls"],
  ["event", "Events"],
  ["command", "Commands"],
  ["interaction", "Interactions"],
  ["post", "Response URLs, uploads, scheduled"],
  ["socket", "Connections"],
];

const milliseconds = (ms) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

/** What a call is about, as a person would say it. */
function objectOf({ channel, view_id, user_id, trigger_id }) {
  const known = typeof channel === "string" && state.me && findChannel(channel, state.me);
  if (known) return known.is_im ? "direct message" : `#${known.name}`;
  return channel ?? view_id ?? user_id ?? (trigger_id ? "by its trigger" : "");
}

function readCall(call) {
  const { group, label } = KINDS[call.kind];
  return {
    toApp: false,
    group,
    label,
    name: call.method,
    about: objectOf(call.args),
    failed: !call.ok,
    outcome: call.ok ? "ok" : call.error,
    took: milliseconds(call.ms),
  };
}

const REASONS = {
  timeout: "no answer in time",
  http_timeout: "no answer in time",
  http_error: "answered with an error",
  connection_failed: "nobody answers at the address",
  not_connected: "no app is connected",
  socket_lost: "the socket closed",
  no_retry: "declined, no retry wanted",
};

/** A reason of Slack's in plain words. */
export const reasonWords = (reason) => REASONS[reason] ?? String(reason ?? "").replaceAll("_", " ");

function outcomeOf(delivery) {
  if (delivery.acknowledged) return "acknowledged";
  if (delivery.given_up) return `given up: ${reasonWords(delivery.last_reason) || "not taken"}`;
  if (delivery.last_reason) return `to be sent again: ${reasonWords(delivery.last_reason)}`;
  return delivery.attempts ? "waiting for the app" : "waiting for a socket";
}

function subjectOf({ event, actions, view, text, callback_id }) {
  const said = event?.text && wordsOf(event.text);
  return (
    actions?.[0]?.action_id ?? view?.callback_id ?? callback_id ?? (said || event?.subtype) ?? text ?? ""
  );
}

function readDelivery(delivery) {
  const { group, label } = KINDS[delivery.kind];
  const last = delivery.sends.findLast((send) => send.ms !== null);
  const sends = delivery.sends.length;
  return {
    toApp: true,
    group,
    label,
    name: delivery.type,
    about: subjectOf(delivery.payload),
    failed: delivery.given_up || (!delivery.acknowledged && Boolean(delivery.last_reason)),
    outcome: outcomeOf(delivery) + (sends > 1 ? `, ${sends} sends` : ""),
    took: last && delivery.acknowledged ? milliseconds(last.ms) : "",
  };
}

function closing({ payload }) {
  const code = payload?.code;
  if (code === 1000 || code === 1001) return { outcome: "closed", failed: false };
  return { outcome: `closed without a goodbye (${code ?? "no code"})`, failed: true };
}

function challenge({ payload }) {
  const met = payload.outcome === "acknowledged";
  return { outcome: met ? "address proven" : `not met: ${reasonWords(payload.outcome)}`, failed: !met };
}

const LINES = {
  hello: () => ({ outcome: "opened", failed: false }),
  disconnect: () => ({ outcome: "told to leave", failed: false }),
  closed: closing,
  challenge,
};

function readConnection(line) {
  return {
    toApp: line.type !== "closed",
    group: "socket",
    label: line.connection ? "socket" : "address",
    name: line.connection ? `${line.type} (socket ${line.connection})` : line.type,
    about: line.payload?.reason ?? line.payload?.request?.url ?? "",
    took: "",
    ...(LINES[line.type]?.(line) ?? { outcome: "", failed: false }),
  };
}

const READERS = { call: readCall, delivery: readDelivery, connection: readConnection };

/** An entry for the list: `source` is "call", "delivery" or "connection", `record` what the log holds. */
export function entryOf(source, record) {
  return {
    source,
    record,
    key: `${source}/${record.id}`,
    order: record.order,
    at: record.at,
    ...READERS[source](record),
  };
}

/** Whether a delivery is only the app's own message coming back to it. */
export const isEcho = ({ record }) =>
  Boolean(record.payload?.event?.bot_id ?? record.payload?.event?.message?.bot_id);
