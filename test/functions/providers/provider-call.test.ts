import { deepEqual, equal, rejects } from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import type { ProviderError } from "../../../functions/src/providers/adapter.ts";
import { callProvider, retryAfterOf } from "../../../functions/src/providers/provider-call.ts";
import { closedPort } from "../../support/closed-port.ts";

let server: Server;
let base: string;
let answer: RequestListener;
let received: { method: string; url: string; type: string; body: string }[];

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

before(async () => {
  server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const body = await bodyOf(request);
    received.push({ method, url, type: headers["content-type"] ?? "", body });
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  received = [];
  answer = (_request, response) => response.setHeader("X-Kind", "ok").end('{"id":"1"}');
});

/** What a call fails with. */
async function failure(url: string, timeoutMs = 10_000): Promise<Partial<ProviderError>> {
  const caught: Partial<ProviderError>[] = [];
  await rejects(callProvider({ url, json: {}, timeoutMs }), (error: ProviderError) =>
    Boolean(caught.push(error)),
  );
  return caught[0] ?? {};
}

describe("calling a provider", () => {
  it("sends JSON and returns the answer's status, headers and JSON", async () => {
    const { status, headers, body } = await callProvider({
      url: `${base}/v1/send?x=a%20b`,
      json: { text: "¡Hola! 👋" },
    });
    deepEqual([status, headers["x-kind"], body], [200, "ok", { id: "1" }]);
    deepEqual(received, [
      {
        method: "POST",
        url: "/v1/send?x=a%20b",
        type: "application/json",
        body: '{"text":"¡Hola! 👋"}',
      },
    ]);
  });

  it("sends forms, and files as multipart", async () => {
    await callProvider({ url: `${base}/form`, form: new URLSearchParams({ a: "1 2" }) });
    const multipart = new FormData();
    multipart.set("file", new Blob(["PNG"], { type: "image/png" }), "a.png");
    await callProvider({ url: `${base}/file`, multipart });
    equal(received[0]?.body, "a=1+2");
    equal(received[1]?.type.startsWith("multipart/form-data; boundary="), true);
    equal(received[1]?.body.includes('filename="a.png"'), true);
  });

  it("asks with GET when there is nothing to send", async () => {
    await callProvider({ url: `${base}/me` });
    deepEqual(received, [{ method: "GET", url: "/me", type: "", body: "" }]);
  });

  const answers: [status: number, text: string, body: unknown][] = [
    [400, '{"error":{"code":100}}', { error: { code: 100 } }],
    [503, "<html>Bad gateway</html>", undefined],
    [204, "", undefined],
    [302, "", undefined],
  ];
  for (const [status, text, body] of answers) {
    it(`returns an answer of ${status} for the provider to judge`, async () => {
      answer = (_request, response) =>
        response.writeHead(status, { location: `${base}/elsewhere` }).end(text);
      const got = await callProvider({ url: base, json: {} });
      deepEqual([got.status, got.body, got.text], [status, body, text]);
      equal(received.length, 1);
    });
  }
});

describe("a call that fails", () => {
  it("was never written when nobody listens", async () => {
    const closed = await closedPort();
    const { kind, code } = await failure(closed.url);
    deepEqual([kind, code], ["unreachable", "ECONNREFUSED"]);
    closed.close();
  });

  it("was never written when the name does not resolve", async () => {
    equal((await failure("http://nobody.invalid/")).kind, "unreachable");
  });

  it("was never written when the connection cannot be made private", async () => {
    const plain = createSocketServer((socket) => socket.end("this is no TLS")).listen(0);
    await once(plain, "listening");
    const { port } = plain.address() as AddressInfo;
    equal((await failure(`https://127.0.0.1:${port}/`)).kind, "unreachable");
    plain.close();
  });

  const ambiguous: [name: string, answer: RequestListener][] = [
    ["the connection ends without an answer", (request) => request.socket.destroy()],
    [
      "the answer breaks off",
      (_request, response) => {
        response.writeHead(200, { "content-length": "100" }).write('{"id":');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ["the answer is no HTTP", (request) => request.socket.end("what?\r\n\r\n")],
  ];
  for (const [name, how] of ambiguous) {
    it(`may have been done when ${name}`, async () => {
      answer = how;
      equal((await failure(base)).kind, "unknown");
      equal(received.length, 1);
    });
  }

  it("may have been done when the answer takes too long", async () => {
    answer = () => undefined;
    const { kind, code } = await failure(base, 100);
    deepEqual([kind, code], ["unknown", "timeout"]);
    equal(received.length, 1);
  });

  it("may have been done when the answer never ends", async () => {
    answer = (_request, response) => response.writeHead(200).write("{");
    equal((await failure(base, 150)).kind, "unknown");
  });
});

describe("how long a provider asks us to wait", () => {
  const now = Date.UTC(2026, 10, 20, 12, 0, 0);
  const rows: [told: string | undefined, ms: number | undefined][] = [
    ["30", 30_000],
    ["0.5", 500],
    ["Fri, 20 Nov 2026 12:01:00 GMT", 60_000],
    ["Fri, 20 Nov 2026 11:00:00 GMT", undefined],
    ["0", undefined],
    ["soon", undefined],
    ["", undefined],
    [undefined, undefined],
  ];
  for (const [told, ms] of rows) {
    it(`${told} → ${ms}`, () => {
      const headers: Record<string, string> = told === undefined ? {} : { "retry-after": told };
      equal(retryAfterOf({ headers }, now), ms);
    });
  }
});
