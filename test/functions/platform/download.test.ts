import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { connect as dial } from "node:net";
import { buildConnector } from "undici";
import {
  type DownloadError,
  download,
  mayFetch,
} from "../../../functions/src/platform/download.ts";
import { publicLookup } from "../../../functions/src/platform/safe-address.ts";
import { type Listening, listen } from "../../support/listen.ts";

const hosts = ["api.provider.test", ".cdn.test"];
const limits = { maxBytes: 1000, timeoutMs: 2000 };
const headers = { authorization: "Basic c2VjcmV0" };

describe("an address to fetch from", () => {
  const rows: [address: string, may: boolean][] = [
    ["https://api.provider.test/file", true],
    ["https://API.Provider.test/file", true],
    ["https://a.cdn.test/file", true],
    ["https://a.b.cdn.test/file", true],
    ["https://cdn.test/file", false],
    ["https://evilcdn.test/file", false],
    ["https://a.cdn.test.evil.example/file", false],
    ["https://x.api.provider.test/file", false],
    ["https://api.provider.test./file", false],
    ["http://api.provider.test/file", false],
    ["ftp://api.provider.test/file", false],
    ["file:///etc/passwd", false],
    ["https://api.provider.test:8443/file", false],
    ["https://user:secret@api.provider.test/file", false],
    ["https://api.provider.test@evil.example/file", false],
    ["https://127.0.0.1/file", false],
    ["https://2130706433/file", false],
    ["https://[::1]/file", false],
    ["https://[::ffff:169.254.169.254]/file", false],
    ["https://metadata.google.internal/file", false],
  ];
  for (const [address, may] of rows) {
    it(`${may ? "is" : "is not"} ${address}`, () => {
      assert.equal(mayFetch(new URL(address), hosts), may);
    });
  }

  it("is never an address of this network, even on the list", () => {
    const listed = ["127.0.0.1", "169.254.169.254", "[::1]", "10.0.0.1"];
    for (const host of listed) assert.equal(mayFetch(new URL(`https://${host}/`), listed), false);
  });
});

type Seen = { host: string; path: string; authorization: string | undefined };

describe("fetching a file", () => {
  const seen: Seen[] = [];
  const pages: Record<string, RequestListener> = {};
  let server: Listening;
  before(async () => {
    server = await listen((request, response) => {
      const { host = "", authorization } = request.headers;
      seen.push({ host, path: request.url ?? "", authorization });
      const page = pages[`${host}${request.url}`];
      if (page) page(request, response);
      else response.writeHead(404).end();
    });
  });
  after(() => server.close());
  beforeEach(() => {
    seen.length = 0;
  });

  /** Dials the test's server in plain text whatever the host is, as if it were that host's. */
  const connect: buildConnector.connector = (_options, callback) => {
    const socket = dial(server.port, "127.0.0.1", () => callback(null, socket));
  };

  function get(url: string, { maxBytes, timeoutMs } = limits) {
    const request = { url, headers, hosts };
    return download(request, { maxBytes, timeoutMs }, { connect, bases: [] });
  }

  function redirect(to: string): RequestListener {
    return (_request, response) => response.writeHead(302, { location: to }).end("moved");
  }

  function file(bytes: Buffer | string, type = "image/png"): RequestListener {
    return (_request, response) => response.writeHead(200, { "content-type": type }).end(bytes);
  }

  it("gives its bytes and the type its server claims", async () => {
    pages["api.provider.test/file"] = file("bytes");
    const { bytes, type } = await get("https://api.provider.test/file");
    assert.deepEqual([bytes.toString(), type], ["bytes", "image/png"]);
    assert.equal(seen[0]?.authorization, headers.authorization);
  });

  it("follows a redirect without taking the credentials along, nor giving them back", async () => {
    pages["api.provider.test/one"] = redirect("/two");
    pages["api.provider.test/two"] = redirect("https://a.cdn.test/three");
    pages["a.cdn.test/three"] = file("bytes");
    await get("https://api.provider.test/one");
    const sent = seen.map(({ host, authorization }) => [host, authorization]);
    assert.deepEqual(sent, [
      ["api.provider.test", headers.authorization],
      ["api.provider.test", headers.authorization],
      ["a.cdn.test", undefined],
    ]);
  });

  const refused: [row: string, from: string, to: string][] = [
    ["to another host", "/to-host", "https://evil.example/file"],
    ["to plain http", "/to-http", "http://api.provider.test/file"],
    ["to this machine", "/to-local", "https://127.0.0.1/file"],
    ["to the metadata server", "/to-metadata", "http://169.254.169.254/computeMetadata/v1/"],
    ["to a file", "/to-file", "file:///etc/passwd"],
    ["to nonsense", "/to-nonsense", "https://"],
    ["in a circle", "/circle", "/circle"],
  ];
  for (const [row, from, to] of refused) {
    it(`refuses a redirect ${row}`, async () => {
      pages[`api.provider.test${from}`] = redirect(to);
      await assert.rejects(get(`https://api.provider.test${from}`), { reason: "refused" });
      assert.ok(seen.length <= 4 && seen.every(({ host }) => host === "api.provider.test"));
    });
  }

  const soon = { ...limits, timeoutMs: 200 };
  const failures: [
    row: string,
    page: RequestListener,
    reason: DownloadError["reason"],
    within?: typeof limits,
  ][] = [
    ["is not there", (_, response) => response.writeHead(404).end(), "missing"],
    ["is not there any more", (_, response) => response.writeHead(410).end(), "missing"],
    ["may not be fetched", (_, response) => response.writeHead(401).end(), "refused"],
    ["is behind a busy server", (_, response) => response.writeHead(503).end(), "unreachable"],
    ["comes too often", (_, response) => response.writeHead(429).end(), "unreachable"],
    ["never comes", () => undefined, "unreachable", soon],
    [
      "breaks off",
      (_, response) => response.writeHead(200).write("a", () => response.destroy()),
      "unreachable",
    ],
    ["says it is too large", file(Buffer.alloc(1001)), "tooLarge"],
    [
      "does not say that it is too large",
      (_, response) => {
        response.writeHead(200, { "transfer-encoding": "chunked" });
        for (let i = 0; i < 11; i++) response.write(Buffer.alloc(100));
        response.end();
      },
      "tooLarge",
    ],
    [
      "drips without an end",
      (_, response) => {
        const drip = setInterval(() => response.write("."), 50);
        response.on("close", () => clearInterval(drip));
      },
      "unreachable",
      soon,
    ],
  ];
  for (const [row, page, reason, within] of failures) {
    it(`says ${reason} when it ${row}`, async () => {
      pages["api.provider.test/failing"] = page;
      await assert.rejects(get("https://api.provider.test/failing", within), {
        name: "DownloadError",
        reason,
      });
    });
  }

  it("takes a file of exactly the largest size", async () => {
    pages["api.provider.test/largest"] = file(Buffer.alloc(1000));
    assert.equal((await get("https://api.provider.test/largest")).bytes.length, 1000);
  });

  it("does not unpack what a server packed against our wish", async () => {
    pages["api.provider.test/packed"] = (request, response) => {
      assert.equal(request.headers["accept-encoding"], "identity");
      response.writeHead(200, { "content-encoding": "gzip" }).end("packed");
    };
    assert.equal((await get("https://api.provider.test/packed")).bytes.toString(), "packed");
  });

  it("refuses what is no address", async () => {
    await assert.rejects(get("not an address"), { reason: "refused" });
  });

  it("dials the address that was checked, and none that is not public", async () => {
    const lookup = publicLookup((_name, _options, callback) => {
      callback(null, [{ address: "127.0.0.1", family: 4 }]);
    });
    const guarded = { connect: buildConnector({ lookup }), bases: [] };
    const request = { url: "https://api.provider.test/file", headers, hosts };
    await assert.rejects(download(request, limits, guarded), { reason: "refused" });
    assert.equal(seen.length, 0);
  });

  it("says unreachable when a name is not known", async () => {
    const lookup = publicLookup((_name, _options, callback) => {
      callback(Object.assign(new Error("ENOTFOUND"), { code: "ENOTFOUND" }), []);
    });
    const request = { url: "https://api.provider.test/file", headers, hosts };
    const guarded = { connect: buildConnector({ lookup }), bases: [] };
    await assert.rejects(download(request, limits, guarded), { reason: "unreachable" });
  });

  it("comes from the simulator only when that is the provider's configured origin", async () => {
    pages[`127.0.0.1:${server.port}/media`] = redirect("/stored");
    pages[`127.0.0.1:${server.port}/stored`] = file("simulated");
    const request = { url: `${server.url}/media`, headers, hosts };
    const simulated = await download(request, limits, { bases: [server.url] });
    assert.equal(simulated.bytes.toString(), "simulated");
    await assert.rejects(download(request, limits, { bases: [] }), { reason: "refused" });
    const near = { bases: ["http://127.0.0.1:1"] };
    await assert.rejects(download(request, limits, near), { reason: "refused" });
  });
});
