import assert from "node:assert/strict";
import express from "express";
import { createWebhooks } from "../../../functions/src/webhooks.ts";
import { type Listening, listen } from "../../support/listen.ts";

const most = 64 * 1024;

/** As Cloud Functions does: the body has been read before the app is called. */
function readBefore(): express.Express {
  const app = express();
  app.use(express.raw({ type: () => true, limit: "40mb" }), (request, _response, next) => {
    Object.assign(request, { rawBody: request.body, body: {} });
    next();
  });
  return app.use(createWebhooks());
}

for (const [where, app] of [
  ["read by the app", createWebhooks],
  ["read before it", readBefore],
] as const) {
  describe(`a visitor's post, ${where}`, () => {
    let server: Listening;
    before(async () => {
      server = await listen(app());
    });
    after(() => server.close());

    const statusOf = async (provider: string, size: number, type: string) => {
      const url = `${server.url}/webhooks/${provider}/demo`;
      const headers = { "content-type": type };
      return (await fetch(url, { method: "POST", headers, body: Buffer.alloc(size, 32) })).status;
    };

    it("is refused above 64 KB, before anything is looked up", async () => {
      assert.equal(await statusOf("webchat", most + 1, "application/json"), 413);
      assert.equal(await statusOf("webchat", most, "application/json"), 404);
    });
  });
}
