import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { type Attachment, Message } from "@hilo/schema";
import { messageOf } from "../../functions/src/conversations/store.ts";
import { filesOf as storedFiles } from "../../functions/src/files/files.ts";
import { records } from "../../functions/src/files/store.ts";
import { fetchAgain } from "../../functions/src/inbound/fetch-again.ts";
import { fetchMedia } from "../../functions/src/inbound/media.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { config } from "../../functions/src/platform/config.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { sampleOf } from "../../simulator/src/samples/sample.ts";
import { during } from "../support/during.ts";
import { providerPort } from "./addresses.ts";
import { formOf } from "./people.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

const photo = sampleOf("image").bytes;
const large = Buffer.concat([photo, Buffer.alloc(26 * 1024 * 1024)]);
const conversationId = hash("twilio-whatsapp", "+56911110001");

describe("a file the provider holds", () => {
  const webhooks = during(startWebhooks);
  let provider: Server;
  let workspaceId: string;
  let answers: { status: number; bytes: Buffer }[] = [];
  const emulated = config().FUNCTIONS_EMULATOR;

  before(async () => {
    // Only in an emulator may a file come from this machine.
    config().FUNCTIONS_EMULATOR = true;
    provider = createServer((request, response) => {
      request.resume();
      const { status, bytes } = answers.shift() ?? { status: 200, bytes: photo };
      response.writeHead(status, { "content-type": "image/jpeg" }).end(bytes);
    });
    await new Promise<void>((resolve) => provider.listen(providerPort, "127.0.0.1", resolve));
  });
  after(async () => {
    config().FUNCTIONS_EMULATOR = emulated;
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
  });
  beforeEach(async () => {
    workspaceId = await freshWorkspace();
    answers = [];
  });

  /** A message with so many pictures, none of them fetched. */
  async function received(count = 1): Promise<string> {
    const sid = `MM${newId()}`;
    const urls = Array.from({ length: count }, (_, i) => [
      [`MediaUrl${i}`, `${process.env.TWILIO_API_BASE}/media/${i}`],
      [`MediaContentType${i}`, "image/jpeg"],
    ]);
    const form = { ...formOf({ person: 0, way: 0, sid, text: "" }), NumMedia: String(count) };
    const path = `/webhooks/twilio/${workspaceId}/twilio-whatsapp`;
    assert.equal(await webhooks.post(path, { ...form, ...Object.fromEntries(urls.flat()) }), 200);
    return hash("twilio-whatsapp", sid);
  }

  async function filesOf(messageId: string): Promise<Attachment[]> {
    const message = read(Message, await messageOf(workspaceId, conversationId, messageId).get());
    return message?.attachments ?? [];
  }

  const fetchFor = (messageId: string, options = {}) =>
    fetchMedia(workspaceId, conversationId, messageId, options);

  const doer = () => ({
    type: "member" as const,
    id: "ana",
    name: "Ana",
    workspaceId,
    requestId: "",
    ip: "",
  });
  const askAgain = (messageId: string) => fetchAgain(doer(), conversationId, messageId);

  for (const [row, status, bytes, state, reason] of [
    ["larger than 25 MB", 200, large, "refused", "tooLarge"],
    ["gone", 404, photo, "failed", "missing"],
    ["not ours to have", 403, photo, "refused", "refused"],
    ["empty", 200, Buffer.alloc(0), "refused", "empty"],
  ] as const) {
    it(`is not kept when it is ${row}, and the message says so`, async () => {
      const messageId = await received();
      answers = [{ status, bytes }];
      await fetchFor(messageId);
      const [file] = await filesOf(messageId);
      assert.deepEqual([file?.state, file?.reason], [state, reason]);
      assert.equal((await records(workspaceId).get()).size, 0);
    });
  }

  it("is asked for again when the provider is down, while the others are kept", async () => {
    const messageId = await received(2);
    answers = [
      { status: 503, bytes: photo },
      { status: 200, bytes: photo },
    ];
    await assert.rejects(fetchFor(messageId));
    const states = (await filesOf(messageId)).map(({ state }) => state);
    assert.deepEqual(states.sort(), ["pending", "ready"]);
    await fetchFor(messageId);
    assert.ok((await filesOf(messageId)).every(({ state }) => state === "ready"));
    assert.equal((await records(workspaceId).get()).size, 2);
  });

  it("is given up when the last try fails too", async () => {
    const messageId = await received();
    answers = [{ status: 503, bytes: photo }];
    await fetchFor(messageId, { last: true });
    const [file] = await filesOf(messageId);
    assert.deepEqual([file?.state, file?.reason], ["failed", "unreachable"]);
  });

  it("that is dangerous to open is kept, held back, and goes nowhere", async () => {
    const messageId = await received();
    answers = [{ status: 200, bytes: Buffer.from("MZ\0\0") }];
    await fetchFor(messageId);
    const [file] = await filesOf(messageId);
    assert.deepEqual([file?.state, file?.reason], ["held", "program"]);
    await assert.rejects(storedFiles(workspaceId, [file?.id ?? ""]), { code: "invalid" });
  });

  for (const [row, status, bytes] of [
    ["was gone", 404, photo],
    ["was not ours to have", 401, photo],
    ["was empty", 200, Buffer.alloc(0)],
    ["could not be reached", 503, photo],
  ] as const) {
    it(`that ${row} is fetched when somebody asks for it again`, async () => {
      const messageId = await received();
      answers = [{ status, bytes }];
      await fetchFor(messageId, { last: true });
      assert.notEqual((await filesOf(messageId))[0]?.state, "ready");
      await askAgain(messageId);
      assert.equal((await filesOf(messageId))[0]?.state, "pending");
      assert.equal((await filesOf(messageId))[0]?.reason, undefined);
      await fetchFor(messageId);
      const [file] = await filesOf(messageId);
      assert.deepEqual([file?.state, file?.source], ["ready", undefined]);
      await assert.rejects(askAgain(messageId), { code: "conflict" });
    });
  }

  it("that is too large is not asked for again", async () => {
    const messageId = await received();
    answers = [{ status: 200, bytes: large }];
    await fetchFor(messageId);
    await assert.rejects(askAgain(messageId), { code: "conflict" });
    await assert.rejects(askAgain("nothing"), { code: "notFound" });
  });

  it("is kept once, however many tasks fetch it at once", async () => {
    const messageId = await received();
    await Promise.all([fetchFor(messageId), fetchFor(messageId), fetchFor(messageId)]);
    await fetchFor(messageId);
    const [file] = await filesOf(messageId);
    assert.deepEqual([file?.state, file?.size], ["ready", photo.length]);
    const kept = (await records(workspaceId).get()).docs.map(({ id }) => id);
    assert.deepEqual(kept, [file?.id]);
  });
});
