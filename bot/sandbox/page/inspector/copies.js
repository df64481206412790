/** What can be copied from an entry: JSON, and the same thing as a curl command. */
import { workspace } from "../directory.js";
import { announce, notify } from "../notices.js";

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

function curlOfCall({ kind, method, args }) {
  const token = method.startsWith("apps.") ? "$SLACK_APP_TOKEN" : "$SLACK_BOT_TOKEN";
  const { token: _, ...given } = args;
  const body = quoted(JSON.stringify(given));
  if (kind !== "web_api") return `curl -X POST ${quoted(`${location.origin}${method}/…`)} -d ${body}`;
  return [
    `curl -X POST ${quoted(`${workspace().api_url ?? `${location.origin}/api/`}${method}`)}`,
    `-H "authorization: Bearer ${token}"`,
    "-H 'content-type: application/json; charset=utf-8'",
    `-d ${body}`,
  ].join(" \\\n  ");
}

const curlOfDelivery = ({ id }) =>
  `curl -X POST ${quoted(`${location.origin}/sandbox/redeliver`)} -d ${quoted(JSON.stringify({ id }))}`;

/** The entry as a curl command: the call again, or the delivery sent again. Null where there is none. */
export function curlOf({ source, record }) {
  if (source === "call") return curlOfCall(record);
  return source === "delivery" ? curlOfDelivery(record) : null;
}

/** Puts `text` on the clipboard and says so. */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    announce(`${what} copied.`);
    notify(`${what} copied.`, "info");
  } catch {
    notify("The browser does not let the page copy. Select the text instead.");
  }
}
