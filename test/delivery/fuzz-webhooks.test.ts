import assert from "node:assert/strict";
import { Contact, Conversation, Lead, Message } from "@hilo/schema";
import fc from "fast-check";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { read, workspace } from "../../functions/src/platform/firestore.ts";
import { formFields } from "../../functions/src/providers/twilio/wire.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { during } from "../support/during.ts";
import { signTwilio } from "../support/twilio.ts";
import { chosenTexts, cutOff, type Hit, nastyBody, nastyText, shoot } from "./nasty.ts";
import { formOf } from "./people.ts";
import { startWebhooks } from "./server.ts";
import { documentsOf, freshWorkspace } from "./workspace.ts";

const runs = Number(process.env.FUZZ_RUNS ?? 300);
const parallel = 8;
const formType = "application/x-www-form-urlencoded";
const fields = [...formFields, "MediaUrl0", "MediaContentType0", "New", "__x__"];
const large = ["Body", "ProfileName", "From", "MessageSid", "FlowData", "New"];
const texts = [...chosenTexts, "[".repeat(100_000), '{"a":{"__x__":1}}'];

let count = 0;

/** Each form comes from somebody else, so that all can be worked with at once. */
function someone(): Record<string, string> {
  count += 1;
  const phone = `+5695${String(count).padStart(7, "0")}`;
  return { From: `whatsapp:${phone}`, WaId: phone.slice(1) };
}

const base = (): string => process.env.PUBLIC_BASE_URL ?? "";

function post(path: string, form: Record<string, string>): Promise<Hit> {
  const headers = {
    "content-type": formType,
    "x-twilio-signature": signTwilio(`${base()}${path}`, form),
  };
  const body = new URLSearchParams(form).toString();
  return shoot(base(), { method: "POST", path, headers, body });
}

/** So many at once that no part takes long. */
function inParts<T>(all: readonly T[], count: number): T[][] {
  const size = Math.ceil(all.length / count);
  return Array.from({ length: count }, (_, i) => all.slice(i * size, (i + 1) * size));
}

describe("webhooks, whatever is sent to them", () => {
  during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await freshWorkspace();
  });

  async function react(): Promise<void> {
    const { docs } = await conversationsOf(workspaceId).get();
    for (let i = 0; i < docs.length; i += parallel)
      await Promise.all(docs.slice(i, i + parallel).map(({ id }) => reactIn(id)));
  }

  async function reactIn(conversationId: string): Promise<void> {
    const { docs } = await messagesOf(workspaceId, conversationId).get();
    for (const doc of docs) {
      assert.ok(read(Message, doc));
      await onMessageCreated({ workspaceId, conversationId, messageId: doc.id }, doc);
    }
  }

  async function verifyDocuments(): Promise<void> {
    for (const [name, schema] of [
      ["conversations", Conversation],
      ["contacts", Contact],
      ["leads", Lead],
    ] as const) {
      const { docs } = await workspace(workspaceId).collection(name).get();
      for (const doc of docs) assert.ok(read(schema, doc));
    }
  }

  for (const some of inParts(fields, 6))
    it(`take what Twilio signed, with anything in ${some[0]} to ${some.at(-1)}, and can work with it`, async () => {
      const forms = some.flatMap((field) =>
        [...texts, ...(large.includes(field) ? ["a".repeat(1_200_000)] : [])].map((text) => ({
          ...formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "hola" }),
          ...someone(),
          NumMedia: field.startsWith("Media") ? "1" : "0",
          [field]: text,
        })),
      );
      for (let i = 0; i < forms.length; i += parallel) {
        const path = `/webhooks/twilio/${workspaceId}/twilio-${i % 2 ? "sms" : "whatsapp"}`;
        const next = forms.slice(i, i + parallel);
        const hits = await Promise.all(next.map((form) => post(path, form)));
        for (const [at, { status }] of hits.entries())
          assert.equal(status, 200, JSON.stringify(next[at]).slice(0, 300));
      }
      await react();
      await verifyDocuments();
    });

  it("take a signed report with anything in its address, but nothing twice", async () => {
    const queries = texts
      .filter((text) => text.length < 5000)
      .flatMap((text) => {
        const odd = new URLSearchParams({ [text]: "1", conversation: "c", message: text });
        const ids = new URLSearchParams({ conversation: text, message: "m" });
        return [odd, ids];
      });
    const twice = new URLSearchParams("conversation=a&conversation=b&message=c");
    for (const query of [...queries, twice]) {
      const path = `/webhooks/twilio/${workspaceId}/twilio-sms?${query}`;
      const { status } = await post(path, { MessageSid: `SM${newId()}`, MessageStatus: "sent" });
      assert.equal(status, query === twice ? 400 : 200, path.slice(0, 300));
    }
  });

  it("refuse what nobody signed in a moment, and store nothing of it", async () => {
    const before = await documentsOf(workspaceId);
    const shots = fc.record({
      method: fc.constantFrom("POST", "POST", "POST", "GET", "PUT", "DELETE", "OPTIONS", "HEAD"),
      path: fc.oneof(
        fc
          .constantFrom("twilio-whatsapp", "twilio-sms", "none", "a%2Fb", "%", "__proto__")
          .map((id) => `/webhooks/twilio/${workspaceId}/${id}`),
        nastyText.map((text) => `/webhooks/twilio/${encoded(text)}/twilio-sms`),
        nastyText.map((text) => `/webhooks/${encoded(text)}/${workspaceId}/twilio-sms`),
        nastyText.map((text) => `/webhooks/twilio/${workspaceId}/twilio-sms?${encoded(text)}`),
        fc.webPath().map((path) => `/webhooks${path}`),
      ),
      type: fc.constantFrom(formType, "application/json", "text/plain", "multipart/form-data", ""),
      encoding: fc.constantFrom("identity", "identity", "gzip", "deflate", "br", "nonsense"),
      signature: fc.oneof(fc.constant(""), fc.base64String({ maxLength: 200 })),
      body: nastyBody,
    });
    await fc.assert(
      fc.asyncProperty(shots, async ({ method, path, type, encoding, signature, body }) => {
        const headers = {
          "content-type": type,
          "content-encoding": encoding,
          "x-twilio-signature": signature,
        };
        const sent = method === "GET" || method === "HEAD" ? {} : { body };
        const { status } = await shoot(base(), { method, path, headers, ...sent });
        assert.ok([cutOff, 400, 401, 404, 405, 413, 415].includes(status), `${status}`);
      }),
      { numRuns: runs, seed: 20261120 },
    );
    assert.deepEqual(await documentsOf(workspaceId), before);
  });
});

function encoded(text: string): string {
  const written = /\p{Surrogate}/u.test(text) ? JSON.stringify(text) : text;
  return encodeURIComponent(written).slice(0, 4000);
}
