/** Times as people read them: of this browser's zone and manner, by the sandbox's clock. */
import { now } from "./clock.js";

const format = (options) => new Intl.DateTimeFormat(undefined, options);

const TIME = format({ hour: "numeric", minute: "2-digit" });
const FULL = format({ dateStyle: "full", timeStyle: "medium" });
const DAY = format({ weekday: "long", month: "long", day: "numeric" });
const DAY_WITH_YEAR = format({ weekday: "long", month: "long", day: "numeric", year: "numeric" });

const SECONDS_A_DAY = 86400;

/** The moment of a Slack `ts` or of seconds since 1970. */
export const moment = (ts) => new Date(Number(ts) * 1000);

/** Whether there is such a moment: the calendar of a browser ends. */
export const isMoment = (ts) => !Number.isNaN(moment(ts).getTime());

export const timeOf = (ts) => TIME.format(moment(ts));
export const fullTimeOf = (ts) => FULL.format(moment(ts));

/** A word that two moments share exactly when they fall on one day. */
export function dayKey(ts) {
  const at = moment(ts);
  return `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
}

/** "Today", "Yesterday" or the date, for a day divider. */
export function dayName(ts) {
  if (dayKey(ts) === dayKey(now())) return "Today";
  if (dayKey(ts) === dayKey(now() - SECONDS_A_DAY)) return "Yesterday";
  const sameYear = moment(ts).getFullYear() === moment(now()).getFullYear();
  return (sameYear ? DAY : DAY_WITH_YEAR).format(moment(ts));
}

/** "just now", "5 minutes ago" … for the last reply of a thread. */
export function ago(ts) {
  const seconds = now() - Number(ts);
  const steps = [
    [60, 1, "second"],
    [3600, 60, "minute"],
    [SECONDS_A_DAY, 3600, "hour"],
    [Infinity, SECONDS_A_DAY, "day"],
  ];
  if (seconds < 45) return "just now";
  const [, size, unit] = steps.find(([limit]) => seconds < limit);
  const count = Math.max(1, Math.round(seconds / size));
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}

/** "today at 9:41 AM", "yesterday at …" or "on June 3 at …", as it follows "Last reply". */
export function lastReplyWords(ts) {
  const day = dayName(ts);
  const when = day === "Today" || day === "Yesterday" ? day.toLowerCase() : `on ${day}`;
  return `${when} at ${timeOf(ts)}`;
}

const DATE_PARTS = {
  date_num: (at) => at.toISOString().slice(0, 10),
  date: (at) => format({ dateStyle: "long" }).format(at),
  date_slash: (at) => format({ year: "numeric", month: "2-digit", day: "2-digit" }).format(at),
  date_short: (at) => format({ month: "short", day: "numeric", year: "numeric" }).format(at),
  date_long: (at) => DAY_WITH_YEAR.format(at),
  date_pretty: (at) => prettyDay(at, "long"),
  date_short_pretty: (at) => prettyDay(at, "short"),
  date_long_pretty: (at) => prettyDay(at, "full"),
  day_divider_pretty: (at) => dayName(at / 1000),
  time: (at) => TIME.format(at),
  time_secs: (at) => format({ timeStyle: "medium" }).format(at),
  ago: (at) => ago(at / 1000),
};

function prettyDay(at, length) {
  const named = dayName(at / 1000);
  if (named === "Today" || named === "Yesterday") return named.toLowerCase();
  const options = { month: length === "short" ? "short" : "long", day: "numeric", year: "numeric" };
  return format(length === "full" ? { ...options, weekday: "long" } : options).format(at);
}

/** `pattern` with Slack's date parts such as {date_short} and {time} filled in; unknown parts stay as they are. */
export function fillDate(seconds, pattern) {
  const at = moment(seconds);
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => DATE_PARTS[name]?.(at) ?? whole);
}
