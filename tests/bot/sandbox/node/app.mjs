// A small app on Slack's own Bolt for JavaScript: a greeting in a thread, a form, a button. It says "ready" when it listens.
import bolt from "@slack/bolt";

const app = new bolt.App({
  token: process.env.BOT_TOKEN,
  appToken: process.env.APP_TOKEN,
  socketMode: true,
  clientOptions: { slackApiUrl: process.env.API_URL },
  logLevel: "error",
});

const field = {
  type: "input",
  block_id: "offer",
  label: { type: "plain_text", text: "Your offer" },
  element: { type: "plain_text_input", action_id: "amount" },
};

app.event("app_mention", async ({ event, say }) => {
  await say({ text: `Heard: ${event.text}`, thread_ts: event.ts });
});

app.command("/haggle", async ({ ack, client, body }) => {
  await ack();
  const view = { type: "modal", callback_id: "start", blocks: [field] };
  view.title = { type: "plain_text", text: "Start" };
  view.submit = { type: "plain_text", text: "Go" };
  view.private_metadata = body.channel_id;
  await client.views.open({ trigger_id: body.trigger_id, view });
});

app.view("start", async ({ ack, view, client }) => {
  const amount = view.state.values.offer.amount.value;
  if (!/^\d+$/.test(amount)) {
    await ack({ response_action: "errors", errors: { offer: "A whole number, please." } });
    return;
  }
  await ack();
  const button = { type: "button", action_id: "accept", value: amount, text: { type: "plain_text", text: "Accept" } };
  await client.chat.postMessage({
    channel: view.private_metadata,
    text: `The offer is ${amount}.`,
    blocks: [{ type: "actions", elements: [button] }],
  });
});

app.action("accept", async ({ ack, action, body, respond }) => {
  await ack();
  await respond({ replace_original: true, text: `${body.user.name} accepted ${action.value}.` });
});

await app.start();
console.log("ready");
process.stdin.resume().on("end", () => app.stop().then(() => process.exit(0)));
