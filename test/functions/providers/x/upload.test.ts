import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ProviderError } from "../../../../functions/src/providers/adapter.ts";
import { x } from "../../../../functions/src/providers/x/index.ts";
import { callInstead } from "../provider-server.ts";
import { outbound } from "./samples.ts";

type Given = { status: number; body: unknown; headers?: Record<string, string> };

const credentials = { consumerSecret: "s", accessToken: "t" };
const file = {
  url: "",
  type: "video/mp4",
  name: "a.mp4",
  size: 3,
  read: async () => Buffer.from("abc"),
};
let server: Server;
let undo: () => void;
/** What X answers, by the end of the path. */
let answers: Record<string, Given>;
let asked: string[];

const send = () => x.send(outbound({ kind: "video", text: "", files: [file] }), credentials);

async function failure(): Promise<ProviderError> {
  try {
    await send();
  } catch (error) {
    return error as ProviderError;
  }
  throw new Error("The send went through");
}

const processing = (state: string, check_after_secs = 0.2): Given => ({
  status: 200,
  body: { data: { id: "7", processing_info: { state, check_after_secs } } },
});

describe("a file on its way to X", () => {
  before(async () => {
    server = createServer((request, response) => {
      const path = (request.url ?? "").split("?")[0] ?? "";
      asked.push(path);
      const found = Object.entries(answers).find(([end]) => path.endsWith(end));
      const { status, body, headers = {} } = found?.[1] ?? { status: 404, body: {} };
      request
        .resume()
        .on("end", () => response.writeHead(status, headers).end(JSON.stringify(body)));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    undo = callInstead("X_API_BASE", `http://127.0.0.1:${port}`);
  });
  after(() => {
    undo();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = [];
    answers = {
      "/initialize": { status: 200, body: { data: { id: "7" } } },
      "/append": { status: 200, body: { data: {} } },
      "/finalize": { status: 200, body: { data: { id: "7" } } },
      "/messages": { status: 201, body: { data: { dm_event_id: "9" } } },
    };
  });

  it("goes by its four steps", async () => {
    assert.deepEqual(await send(), { externalId: "9" });
    assert.deepEqual(
      asked.map((path) => path.split("/").at(-1)),
      ["initialize", "append", "finalize", "messages"],
    );
  });

  it("fails for good when X cannot process it", async () => {
    answers["/finalize"] = processing("failed");
    const { kind, code } = await failure();
    assert.deepEqual([kind, code], ["refused", "media:failed"]);
    assert.equal(x.explain(code).reason, "media");
  });

  it("waits for its next try when X takes too long, and nothing was sent", async () => {
    answers["/finalize"] = processing("pending", 3600);
    assert.equal((await failure()).kind, "rateLimited");
    assert.ok(!asked.some((path) => path.endsWith("/messages")));
  });

  it("is uploaded again when X was broken, since nothing was sent", async () => {
    answers["/append"] = { status: 503, body: {} };
    assert.equal((await failure()).kind, "unreachable");
  });

  it("is refused when X's yes is a no", async () => {
    const errors = [{ title: "Forbidden", detail: "No DMs", status: 403 }];
    answers["/messages"] = { status: 200, body: { errors } };
    const { kind, code } = await failure();
    assert.deepEqual([kind, code], ["refused", "403"]);
  });

  it("may have been sent when the message's id is missing", async () => {
    answers["/messages"] = { status: 201, body: { data: {} } };
    assert.equal((await failure()).kind, "unknown");
  });

  it("heeds the limit of a day where that is the one used up", async () => {
    const now = Math.floor(Date.now() / 1000);
    const headers = {
      "x-rate-limit-reset": String(now + 60),
      "x-user-limit-24hour-remaining": "0",
      "x-user-limit-24hour-reset": String(now + 3600),
    };
    answers["/messages"] = { status: 429, body: { title: "Too Many Requests" }, headers };
    const { kind, retryAfter = 0 } = await failure();
    assert.equal(kind, "rateLimited");
    assert.ok(Math.abs(retryAfter - 3_600_000) < 5000, String(retryAfter));
  });
});
