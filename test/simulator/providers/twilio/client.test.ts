import assert from "node:assert/strict";
import twilio from "twilio";
import { demoTwilio } from "../../../support/twilio.ts";
import { eventually } from "../../../support/wait.ts";
import { openWindow, type Pair, startPair } from "../../support/house.ts";

describe("Twilio's own client", () => {
  let pair: Pair;
  let client: twilio.Twilio;
  before(async () => {
    pair = await startPair();
    await openWindow(pair);
    client = twilio(demoTwilio.accountSid, demoTwilio.authToken);
    client.api.baseUrl = pair.simulator.url;
  });
  after(() => pair.stop());

  it("sends, follows and lists messages", async () => {
    const to = "whatsapp:+56981234567";
    const from = demoTwilio.whatsappNumber;
    const sent = await client.messages.create({
      to,
      from,
      body: "Hola",
      statusCallback: `${pair.target}/x?message=m9`,
    });
    assert.equal(sent.status, "queued");
    assert.ok(sent.dateCreated instanceof Date);
    await eventually(async () => {
      assert.equal((await client.messages(sent.sid).fetch()).status, "delivered");
    });
    const listed = await client.messages.list({ to, dateSent: new Date(), limit: 5 });
    assert.equal(listed[0]?.sid, sent.sid);
    assert.deepEqual(await client.messages.list({ to: "whatsapp:+56900000009" }), []);
  });

  it("reads page after page", async () => {
    for (let count = 0; count < 5; count += 1) {
      await client.messages.create({
        to: "+56987650132",
        from: demoTwilio.smsNumber,
        body: String(count),
      });
    }
    const listed = await client.messages.list({ to: "+56987650132", pageSize: 2 });
    assert.deepEqual(
      listed.map((message) => message.body),
      ["4", "3", "2", "1", "0"],
    );
  });

  it("sends a file, which the customer's phone then has", async () => {
    const bytes = Buffer.from("ffd8ffe000104a464946", "hex");
    pair.files.set("/files/a.jpg?signature=s", { type: "image/jpeg", bytes });
    const message = { to: "whatsapp:+56981234567", from: demoTwilio.whatsappNumber, body: "Mira" };
    const sent = await client.messages.create({
      ...message,
      mediaUrl: [`${pair.target}/files/a.jpg?signature=s`],
    });
    assert.equal(sent.numMedia, "1");
    await pair.simulator.control.settled();
    const entry = pair.simulator.control.threads()[0]?.entries.at(-1);
    assert.equal(entry?.kind, "image");
    const shown = await fetch(`${pair.simulator.url}${entry?.files[0]?.url}`);
    assert.deepEqual(Buffer.from(await shown.arrayBuffer()), bytes);
    assert.equal((await client.messages(sent.sid).media.list()).length, 1);
  });

  it("hears of a file that cannot be had", async () => {
    const message = { to: "whatsapp:+56981234567", from: demoTwilio.whatsappNumber };
    const sent = await client.messages.create({
      ...message,
      mediaUrl: ["http://127.0.0.1:9/none.jpg"],
    });
    await eventually(async () => {
      assert.equal((await client.messages(sent.sid).fetch()).errorCode, 63019);
    });
  });

  it("gets errors it understands", async () => {
    const wrong = client.messages.create({
      to: "whatsapp:+1555",
      from: demoTwilio.whatsappNumber,
      body: "x",
    });
    await assert.rejects(wrong, { code: 21211, status: 400 });
    const stranger = twilio(demoTwilio.accountSid, "wrong");
    stranger.api.baseUrl = pair.simulator.url;
    await assert.rejects(stranger.messages.list({ limit: 1 }), { code: 20003, status: 401 });
  });
});
