import assert from "node:assert/strict";
import { faultOfResource } from "../../../../simulator/src/providers/twilio/description.ts";
import { messagesPath, openWindow, type Pair, send, startPair } from "../../support/house.ts";

type Row = [
  name: string,
  changes: Record<string, string | string[] | null>,
  status: number,
  code: number,
];

const refusals: Row[] = [
  ["no To", { To: null }, 400, 21604],
  ["an empty To", { To: "" }, 400, 21604],
  ["no From", { From: null }, 400, 21603],
  ["no Body, media or template", { Body: null }, 400, 21602],
  ["a Body of 1601 characters", { Body: "ñ".repeat(1601) }, 400, 21617],
  ["a short phone", { To: "whatsapp:+1555" }, 400, 21211],
  ["a phone without plus", { To: "56981234567", From: "+15550100001" }, 400, 21211],
  ["a user id on SMS", { To: "CL.13491208655302741918", From: "+15550100001" }, 400, 21211],
  ["another's WhatsApp number", { From: "whatsapp:+15550100009" }, 400, 63007],
  ["another's SMS number", { To: "+56981234567", From: "+15550100009" }, 400, 21606],
  ["a From that is no number", { To: "+56981234567", From: "Hilo" }, 400, 21212],
  ["two channels", { To: "+56981234567" }, 400, 21910],
  ["an unknown service", { From: null, MessagingServiceSid: `MG${"0".repeat(32)}` }, 400, 21701],
  ["an unknown parameter", { Bodi: "Hola" }, 400, 20001],
  ["a boolean of another type", { ShortenUrls: "perhaps" }, 400, 20422],
  ["a number of another type", { ValidityPeriod: "long" }, 400, 20422],
  ["a validity out of range", { ValidityPeriod: "36001" }, 400, 20422],
  ["a callback that is no address", { StatusCallback: "here" }, 400, 21609],
  ["a callback outside this machine", { StatusCallback: "http://192.0.2.1/x" }, 400, 21609],
  ["a bad template id", { ContentSid: "HX1" }, 400, 21655],
  ["template variables that are no JSON", { ContentVariables: "{" }, 400, 21656],
  ["media that is no address", { MediaUrl: "a.jpg" }, 400, 21620],
  ["two files on WhatsApp", { MediaUrl: ["http://127.0.0.1/a", "http://127.0.0.1/b"] }, 400, 21623],
];

describe("Twilio's API: what it refuses", () => {
  let pair: Pair;
  before(async () => {
    pair = await startPair();
    await openWindow(pair);
  });
  after(() => pair.stop());

  for (const [name, changes, status, code] of refusals) {
    it(`refuses ${name} with ${code}`, async () => {
      const answer = await send(pair, changes);
      assert.equal(answer.status, status);
      assert.deepEqual(Object.keys(answer.body).sort(), ["code", "message", "more_info", "status"]);
      assert.equal(answer.body.code, code);
      assert.equal(answer.body.status, status);
      assert.equal(answer.body.more_info, `https://www.twilio.com/docs/errors/${code}`);
    });
  }

  it("refuses a wrong token with 20003", async () => {
    const { status, body } = await send(pair, {}, { authorization: "Basic eDp5" });
    assert.equal(status, 401);
    assert.equal(body.code, 20003);
  });

  it("refuses no credentials with 20003", async () => {
    assert.equal((await send(pair, {}, {})).status, 401);
  });

  it("knows no other resource", async () => {
    const url = `${pair.simulator.url}${messagesPath.replace("Messages", "Calls")}.json`;
    assert.equal((await fetch(url)).status, 401);
  });

  it("refuses who said stop with 21610, until they say start", async () => {
    const from = { phone: "+56977310946" };
    const sms = { To: from.phone, From: "+15550100001" };
    await pair.simulator.control.inbound({ channel: "sms", from, text: "stop " });
    assert.equal((await send(pair, sms)).body.code, 21610);
    await pair.simulator.control.inbound({ channel: "sms", from, text: "START" });
    assert.equal((await send(pair, sms)).status, 201);
  });

  it("takes a message and answers by the official description", async () => {
    const { status, body } = await send(pair, { Body: "Sí" });
    assert.equal(status, 201);
    assert.equal(faultOfResource(body), null);
    assert.match(String(body.sid), /^SM[0-9a-f]{32}$/);
    assert.equal(body.status, "queued");
    assert.equal(body.body, "Sí");
    assert.equal(body.date_sent, null);
  });

  it("counts 1600 characters as allowed, and parts of an SMS", async () => {
    const sms = { To: "+56981234567", From: "+15550100001" };
    const long = await send(pair, { ...sms, Body: "a".repeat(1600) });
    assert.equal(long.body.num_segments, "11");
    const wide = await send(pair, { ...sms, Body: "☕".repeat(71) });
    assert.equal(wide.body.num_segments, "2");
  });

  it("takes a WhatsApp user id as To", async () => {
    assert.equal((await send(pair, { To: "whatsapp:CL.13491208655302741918" })).status, 201);
  });

  it("sends by the messaging service, accepted at first", async () => {
    const service = { From: null, MessagingServiceSid: "MG000000000000000000000000000000b2" };
    const { body } = await send(pair, { ...service, To: "+56981234567" });
    assert.equal(body.status, "accepted");
    assert.equal(body.from, null);
  });
});
