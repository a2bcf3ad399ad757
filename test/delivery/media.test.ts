import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { type Attachment, Message } from "@hilo/schema";
import { fetchMedia } from "../../functions/src/conversations/media.ts";
import { messageOf } from "../../functions/src/conversations/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { sampleOf } from "../../simulator/src/samples/sample.ts";
import { providerPort } from "./addresses.ts";
import { formOf } from "./people.ts";
import { startWebhooks, type Webhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

const conversationId = hash("twilio-whatsapp", "+56911110001");
const { bytes, type } = sampleOf("image");

describe("the files of a message", () => {
  let webhooks: Webhooks;
  let provider: Server;
  let workspaceId: string;
  let messageId: string;
  /** The paths the provider cannot serve just now. */
  const down = new Set<string>();

  before(async () => {
    webhooks = await startWebhooks();
    provider = createServer((request, response) => {
      if (down.has(request.url ?? "")) response.writeHead(503).end();
      else response.writeHead(200, { "content-type": type }).end(bytes);
    });
    await new Promise<void>((resolve) => provider.listen(providerPort, "127.0.0.1", resolve));
  });
  after(async () => {
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
    await webhooks.stop();
  });

  beforeEach(async () => {
    down.clear();
    workspaceId = await freshWorkspace();
    const sid = `MM${newId()}`;
    messageId = hash("twilio-whatsapp", sid);
    const at = (path: string) => `http://127.0.0.1:${providerPort}${path}`;
    const form = {
      ...formOf({ person: 0, way: 0, sid, text: "" }),
      NumMedia: "2",
      ...{ MediaUrl0: at("/one"), MediaContentType0: type },
      ...{ MediaUrl1: at("/two"), MediaContentType1: type },
    };
    assert.equal(await webhooks.post(`/webhooks/twilio/${workspaceId}/twilio-whatsapp`, form), 200);
  });

  const fetchAll = (options?: { last: boolean }) =>
    fetchMedia(workspaceId, conversationId, messageId, options);

  async function files(): Promise<Attachment[]> {
    const message = read(Message, await messageOf(workspaceId, conversationId, messageId).get());
    return message?.attachments ?? [];
  }

  async function states(): Promise<string[]> {
    return (await files()).map(({ state }) => state);
  }

  it("are kept once, also by two tasks at once", async () => {
    await Promise.all([fetchAll(), fetchAll()]);
    assert.deepEqual(await states(), ["ready", "ready"]);
  });

  it("are kept as far as they come; the task tries again for the others", async () => {
    down.add("/two");
    await assert.rejects(fetchAll());
    assert.deepEqual(await states(), ["ready", "pending"]);
    down.clear();
    await fetchAll();
    assert.deepEqual(await states(), ["ready", "ready"]);
  });

  it("are given up by the last try, which says so", async () => {
    down.add("/two");
    await fetchAll({ last: true });
    assert.deepEqual(await states(), ["ready", "failed"]);
    assert.equal((await files())[1]?.reason, "unreachable");
    assert.equal((await files())[1]?.source, undefined);
  });
});
