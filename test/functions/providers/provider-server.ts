import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { builtAdapters } from "../../../functions/src/providers/index.ts";

/** A call that reached the provider; a form's body is an object of its fields. */
export type Call = {
  method: string;
  path: string;
  query: Record<string, string>;
  token: string | undefined;
  body: unknown;
};

type Answer = {
  status?: number | undefined;
  headers?: Record<string, string> | undefined;
  body?: unknown;
  hangs?: boolean;
};

/** A provider's API of the tests' own, which the code is pointed to while they run. */
export type ProviderServer = {
  calls: Call[];
  url: string;
  answer(call: Call): Answer;
  /** Called inside a block: the server runs during its tests. */
  serve(): void;
};

/** An API that starts before the tests of each block that calls `serve`, and ends after them. */
export function providerServer(base: string): ProviderServer {
  const server: ProviderServer = {
    calls: [],
    url: "",
    answer: () => ({ body: {} }),
    serve: () => run(server, base),
  };
  return server;
}

/** Has the API that this variable names called at another address; the answer undoes it. */
export function callInstead(variable: string, url: string): () => void {
  const known = builtAdapters().flatMap(({ apis = [] }) => apis.map((api) => api.variable));
  if (!known.includes(variable)) throw new RangeError(`No channel reads ${variable}`);
  const { [variable]: before } = process.env;
  process.env[variable] = url;
  return () => {
    if (before === undefined) delete process.env[variable];
    else process.env[variable] = before;
  };
}

function run(provider: ProviderServer, base: string): void {
  let server: Server;
  let undo: () => void;
  before(async () => {
    server = serve(provider).listen(0, "127.0.0.1");
    await once(server, "listening");
    provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    undo = callInstead(base, provider.url);
  });
  after(() => {
    undo();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    provider.calls = [];
    provider.answer = () => ({ body: {} });
  });
}

function serve(provider: ProviderServer): Server {
  return createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const url = new URL(request.url ?? "", "http://provider");
    const call = {
      method: request.method ?? "",
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      token: request.headers.authorization,
      body: bodyIn(text, request.headers["content-type"] ?? ""),
    };
    provider.calls.push(call);
    const { status = 200, headers, body, hangs } = provider.answer(call);
    if (hangs) request.socket.destroy();
    else response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
}

function bodyIn(text: string, type: string): unknown {
  if (text === "") return undefined;
  if (!type.startsWith("application/x-www-form-urlencoded")) return JSON.parse(text);
  return Object.fromEntries(new URLSearchParams(text));
}
