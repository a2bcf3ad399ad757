import assert from "node:assert/strict";
import { faultOf } from "../../../../simulator/src/providers/twilio/content-description.ts";
import { contentBase } from "../../../../simulator/src/providers/twilio/content-routes.ts";
import { demoTwilio } from "../../../support/twilio.ts";
import { standingPair } from "../../support/standing-pair.ts";

const { accountSid, authToken } = demoTwilio;
const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
const body = { body: "Hola {{1}}, ya" };
const content = {
  friendly_name: "pedido",
  language: "es",
  variables: { "1": "Ana" },
  types: { "twilio/text": body },
};

type Row = [name: string, content: object];
const refused: Row[] = [
  ["no types", { ...content, types: undefined }],
  ["no language", { ...content, language: undefined }],
  ["a type nobody knows", { ...content, types: { "twilio/hologram": body } }],
  [
    "a field its type does not have",
    { ...content, types: { "twilio/text": { ...body, media: [] } } },
  ],
  ["a field nobody knows", { ...content, category: "UTILITY" }],
  ["a variable that is no text", { ...content, variables: { "1": 1 } }],
  [
    "an action without a title",
    { ...content, types: { "twilio/quick-reply": { ...body, actions: [{}] } } },
  ],
  [
    "an action of another type",
    {
      ...content,
      types: { "twilio/quick-reply": { ...body, actions: [{ type: "URL", title: "Ver" }] } },
    },
  ],
];

describe("Twilio's Content API by its official description", () => {
  const pair = standingPair();
  pair.stand();

  async function ask(path: string, json?: object): Promise<{ status: number; body: unknown }> {
    const headers = { authorization, "content-type": "application/json" };
    const post = json && { method: "POST", body: JSON.stringify(json) };
    const answer = await fetch(pair.simulator.url + contentBase + path, { headers, ...post });
    return { status: answer.status, body: await answer.json() };
  }

  for (const [name, given] of refused)
    it(`refuses ${name}`, async () => {
      assert.notEqual(faultOf("createContent", JSON.parse(JSON.stringify(given))), null);
      assert.equal((await ask("/Content", given)).status, 400);
    });

  it("answers a creation, a look, a submission and a list as it says", async () => {
    const made = await ask("/Content", content);
    assert.equal(made.status, 201);
    assert.equal(faultOf("content", made.body), null);
    const { sid } = made.body as { sid: string };
    assert.equal(faultOf("content", (await ask(`/Content/${sid}`)).body), null);
    const approval = { name: "pedido", category: "UTILITY" };
    const submitted = await ask(`/Content/${sid}/ApprovalRequests/whatsapp`, approval);
    assert.equal(submitted.status, 201);
    assert.equal(faultOf("approval", submitted.body), null);
    for (const path of ["", "?PageSize=2", "?PageSize=2&Page=1"])
      assert.equal(faultOf("page", (await ask(`/ContentAndApprovals${path}`)).body), null);
    const more = await ask(`/Content/${sid}/ApprovalRequests/whatsapp`, { ...approval, more: 1 });
    assert.equal(more.status, 400);
  });
});
