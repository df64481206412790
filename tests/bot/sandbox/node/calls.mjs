// What Slack's Web API client for JavaScript gets from the sandbox, one JSON object on standard output.
import { WebClient } from "@slack/web-api";

const client = new WebClient(process.env.BOT_TOKEN, {
  slackApiUrl: process.env.API_URL,
  rejectRateLimitedCalls: true,
  retryConfig: { retries: 0 },
});
const channel = process.env.CHANNEL;
const refusal = async (call) => {
  try {
    await call;
    return null;
  } catch (error) {
    return { code: error.code, error: error.data?.error ?? null, messages: error.data?.response_metadata?.messages ?? [] };
  }
};

const seen = { auth: (await client.auth.test()).user };
const parent = await client.chat.postMessage({ channel, text: "An offer", metadata: { event_type: "offer", event_payload: { id: 7 } } });
await client.chat.postMessage({ channel, thread_ts: parent.ts, text: "A counter-offer" });
const thread = await client.conversations.replies({ channel, ts: parent.ts, include_all_metadata: true });
seen.thread = thread.messages.map((message) => message.text);
seen.metadata = thread.messages[0].metadata;
await client.chat.update({ channel, ts: parent.ts, text: "A better offer" });
await client.reactions.add({ channel, timestamp: parent.ts, name: "wave" });
seen.reactions = (await client.reactions.get({ channel, timestamp: parent.ts })).message.reactions.map((each) => each.name);
seen.permalink = (await client.chat.getPermalink({ channel, message_ts: parent.ts })).permalink;
seen.members = [];
for await (const page of client.paginate("conversations.members", { channel, limit: 2 })) seen.members.push(page.members.length);

const uploaded = await client.files.uploadV2({
  channel_id: channel,
  thread_ts: parent.ts,
  initial_comment: "The sheet",
  file_uploads: [
    { file: Buffer.from("price;34900\n"), filename: "prices.csv" },
    { file: Buffer.from("notes"), filename: "notes.txt" },
  ],
});
const file = uploaded.files[0].files[0];
const info = (await client.files.info({ file: file.id })).file;
seen.file = { name: info.name, size: info.size };
const bytes = await fetch(info.url_private_download, { headers: { authorization: `Bearer ${process.env.BOT_TOKEN}` } });
seen.content = await bytes.text();

// Slack says ok before the file is shared; so does the sandbox.
const texts = async () => (await client.conversations.replies({ channel, ts: parent.ts })).messages.map((each) => each.text);
while (!(await texts()).includes("The sheet")) await new Promise((again) => setTimeout(again, 50));

const streamer = client.chatStream({ channel, thread_ts: parent.ts, recipient_user_id: process.env.USER_ID, recipient_team_id: process.env.TEAM_ID });
await streamer.append({ markdown_text: "**Thinking** about it" });
const streamed = await streamer.stop({ markdown_text: ", and no." });
seen.streamed = streamed.ok;

seen.unknownArgument = await refusal(client.apiCall("chat.postMessage", { channel, text: "x", colour: "red" }));
seen.unknownChannel = await refusal(client.chat.postMessage({ channel: "C0NOWHERE", text: "x" }));
seen.badBlocks = await refusal(client.chat.postMessage({ channel, text: "x", blocks: [{ type: "header" }] }));
console.log(JSON.stringify(seen));
