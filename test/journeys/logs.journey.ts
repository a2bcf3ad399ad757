import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { newId } from "../../functions/src/platform/clock.ts";
import { house } from "../support/house.ts";
import { callApi } from "../support/people.ts";
import { postTwilio } from "../support/twilio.ts";
import { eventually } from "../support/wait.ts";
import { type Customer, formOf, newCustomer, newSid, treat } from "./customers.ts";
import { welcomed } from "./records.ts";
import { act, apiKey, reached, textMessage, tokenOf } from "./staff.ts";

const mark = `canary${newId().slice(0, 8)}`;
const otherPhone = "+56977665544";
const email = `${mark}@canary.test`;

/** What the functions wrote in this run: their own file, and what the emulators show of their output. */
function functionsLog(): string {
  const folder = process.env.LOG_FOLDER ?? assert.fail("LOG_FOLDER is not set");
  const own = readdirSync(folder).filter((name) => name.endsWith(".log"));
  const files = own.map((name) => readFileSync(join(folder, name), "utf8"));
  const shown = readFileSync(join(dirname(folder), "emulators.log"), "utf8").split("\n");
  // The emulators name the requests they pass on themselves; a function's line begins with ">".
  return [...files, ...shown.filter((line) => line.startsWith(">"))].join("\n");
}

async function throughWebhooks(customer: Customer): Promise<void> {
  const post = (form: Record<string, string>, options: object = {}) =>
    postTwilio(house.baseUrl, "twilio-whatsapp", form, options);
  const form = { ...formOf(customer, `Hola ${mark}`), ProfileName: `Doña ${mark}` };
  for (const options of [
    {},
    {},
    { signature: mark },
    { workspaceId: mark },
    { query: `?${mark}=1` },
  ])
    await post(form, options);
  await post({ Odd: mark });
  await post({ CallSid: newSid("CA"), From: customer.phone });
  const ids = `?conversation=${mark}&message=${mark}`;
  await post({ MessageSid: newSid(), MessageStatus: "sent", To: customer.phone }, { query: ids });
  const media = {
    NumMedia: "1",
    MediaUrl0: `https://${mark}.test/a`,
    MediaContentType0: "image/png",
  };
  await post({ ...formOf(customer, mark), ...media });
  await fetch(`${house.baseUrl}/webhooks/twilio/demo/twilio-sms`, { method: "POST", body: mark });
}

async function throughMessages(customer: Customer, token: string): Promise<void> {
  await act(token, customer, "messages", textMessage(mark));
  await act(token, customer, "messages", textMessage(mark.repeat(200)));
  await act(token, customer, "notes", { messageId: newId(), text: mark });
  await act(token, customer, "tags", { tags: [mark] });
  await act(token, customer, "assign", { assigneeId: mark });
  for (const to of [otherPhone, mark, customer.phone])
    await callApi(apiKey, "/channels/twilio-sms/messages", { body: { ...textMessage(mark), to } });
  for (const [code, at] of [
    [63024, "callback"],
    [21211, "call"],
  ] as const) {
    await treat(customer, { failure: { code, at } });
    const message = textMessage(mark);
    await act(token, customer, "messages", message);
    const { conversationId } = customer;
    await reached(token, { conversationId, messageId: message.messageId }, "failed");
  }
}

async function throughTheRest(token: string, admin: string): Promise<void> {
  const form = new FormData();
  form.append("file", new Blob([mark], { type: "image/png" }), `${mark}.png`);
  await callApi(token, "/files", { body: form });
  await callApi(token, `/files/links?ids=${mark},../${mark}`);
  await callApi(token, `/${mark}?q=${otherPhone}`);
  await callApi(token, `/messages/${mark}/${mark}`, { headers: { "X-Workspace": mark } });
  await callApi(mark, "/channels");
  await callApi(`hilo_demo_${mark}${mark}`, "/channels");
  const credentials = { accountSid: `AC${"0".repeat(32)}`, authToken: mark };
  const channel = { provider: "twilio", platform: "sms", name: mark, address: otherPhone };
  const { name: _, ...tried } = channel;
  await callApi(admin, "/channels", { body: { id: mark, ...channel, credentials } });
  await callApi(admin, "/channels", { body: { id: mark, ...channel, credentials: {} } });
  await callApi(admin, "/channel-tests", { body: { ...tried, address: mark, credentials } });
  await callApi(admin, "/channel-tests", { body: { ...tried, credentials } });
  await callApi(admin, "/members", { body: { email, name: mark, role: "agent" } });
  await callApi(admin, "/api-keys", { body: { name: mark } });
  await fetch(`${house.baseUrl}/files/demo/${mark}?expires=${mark}&signature=${mark}`);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const path = `${house.baseUrl}/api/v1/api-keys`;
  await fetch(path, { method: "POST", headers, body: `{"name":"${mark}` });
}

describe("the functions' logs", () => {
  it("tell what happened, and nothing of what people write, are called by or sign in with", async () => {
    const customer = newCustomer();
    const [token, admin] = await Promise.all([tokenOf("agent"), tokenOf("admin")]);
    await treat(customer);
    await throughWebhooks(customer);
    await welcomed(customer);
    await throughMessages(customer, token);
    await throughTheRest(token, admin);
    const log = await eventually(() => {
      const text = functionsLog();
      for (const event of ["http.refused", "outbox.failed", "media.notFetched"])
        assert.ok(text.includes(event), `${event} is not in the log`);
      return text;
    });
    const secrets = [mark, customer.phone.slice(1), otherPhone.slice(1), token, admin, apiKey];
    for (const secret of secrets) {
      const line = log.split("\n").find((one) => one.includes(secret));
      assert.equal(line, undefined, `${secret.slice(0, 20)} is in the log`);
    }
  });
});
