import assert from "node:assert/strict";
import { once } from "node:events";
import type { IncomingMessage, RequestListener } from "node:http";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { receiveUpload } from "../../../functions/src/files/receive-upload.ts";
import { AppError } from "../../../functions/src/platform/errors.ts";
import { type Listening, listen } from "../../support/listen.ts";

const maxBytes = 300_000;

/** As under a plain server, and as on Cloud Functions, which has read the body before. */
const ways: [way: string, prepare: (request: IncomingMessage) => Promise<void>][] = [
  ["read as it comes", async () => undefined],
  [
    "read before",
    async (request) => {
      Object.assign(request, { rawBody: await buffer(request) });
    },
  ],
];

function receiver(prepare: (request: IncomingMessage) => Promise<void>): RequestListener {
  return async (request, response) => {
    try {
      await prepare(request);
      const { bytes, name, type } = await receiveUpload(request, maxBytes);
      response.end(JSON.stringify({ bytes: bytes.toString("base64"), name, type }));
    } catch (error) {
      response.writeHead(error instanceof AppError ? error.status : 500).end(String(error));
    }
  };
}

function form(field: string, bytes: BlobPart, name: string, type: string): FormData {
  const data = new FormData();
  data.append("note", "something else");
  data.append(field, new Blob([bytes], { type }), name);
  return data;
}

for (const [way, prepare] of ways) {
  describe(`an upload, ${way}`, () => {
    let server: Listening;
    before(async () => {
      server = await listen(receiver(prepare));
    });
    after(() => server.close());

    const send = (body: BodyInit, headers: Record<string, string> = {}) =>
      fetch(server.url, { method: "POST", body, headers });

    it("gives its bytes, and its name and type as they were said", async () => {
      const bytes = Buffer.from([0, 13, 10, 45, 45, 255, 0]);
      const answer = await send(form("file", bytes, "año ñandú.png", "image/png"));
      assert.deepEqual(await answer.json(), {
        bytes: bytes.toString("base64"),
        name: "año ñandú.png",
        type: "image/png",
      });
    });

    it("may be as large as the limit and no larger", async () => {
      const largest = await send(form("file", Buffer.alloc(maxBytes), "a", "image/png"));
      assert.equal(largest.status, 200);
      const larger = await send(form("file", Buffer.alloc(maxBytes + 1), "a", "image/png"));
      assert.equal(larger.status, 413);
      const muchLarger = await send(form("file", Buffer.alloc(5_000_000), "a", "image/png"));
      assert.equal(muchLarger.status, 413);
    });

    const boundary = { "content-type": "multipart/form-data; boundary=x" };
    const broken = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf';
    const refused: [row: string, status: number, send: () => Promise<Response>][] = [
      ["JSON", 415, () => send("{}", { "content-type": "application/json" })],
      ["a bare picture", 415, () => send("png", { "content-type": "image/png" })],
      ["a form of another kind", 415, () => send(new URLSearchParams({ file: "a" }))],
      [
        "a form without a boundary",
        415,
        () => send("a", { "content-type": "multipart/form-data" }),
      ],
      [
        "an empty boundary",
        400,
        () => send("a", { "content-type": "multipart/form-data; boundary=" }),
      ],
      ["a form without a file", 400, () => send(form("other", "a", "a", "text/plain"))],
      ["a form that breaks off", 400, () => send(broken, boundary)],
      ["what is no form", 400, () => send("hola", boundary)],
      ["nothing", 400, () => send("", boundary)],
    ];
    for (const [row, status, attempt] of refused) {
      it(`refuses ${row} with ${status}`, async () => {
        assert.equal((await attempt()).status, status);
      });
    }

    it("takes one file only", async () => {
      const data = form("file", "first", "a.txt", "text/plain");
      data.append("file", new Blob(["second"]), "b.txt");
      const { bytes } = (await (await send(data)).json()) as { bytes: string };
      assert.equal(Buffer.from(bytes, "base64").toString(), "first");
    });
  });
}

describe("an upload that is never finished", () => {
  it("is refused as soon as it is over the limit", async () => {
    const server = await listen(receiver(async () => undefined));
    const socket = connect(server.port, "127.0.0.1");
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
    socket.write("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n");
    socket.write("Content-Type: multipart/form-data; boundary=x\r\n\r\n");
    const content = head + "a".repeat(maxBytes + 100);
    socket.write(`${content.length.toString(16)}\r\n${content}\r\n`);
    const [answer] = await once(socket, "data");
    assert.match(String(answer), /^HTTP\/1\.1 413 /);
    socket.destroy();
    await server.close();
  });
});
