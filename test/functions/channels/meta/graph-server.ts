import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { config } from "../../../../functions/src/platform/config.ts";

/** A call that reached the Graph API. */
export type Call = {
  method: string;
  path: string;
  query: Record<string, string>;
  token: string | undefined;
  body: unknown;
};

type Answer = {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  hangs?: boolean;
};

/** A Graph API of the tests' own, which the code is pointed to while they run. */
export type Graph = {
  calls: Call[];
  url: string;
  answer(call: Call): Answer;
  /** Called inside a block: the server runs during its tests. */
  serve(): void;
};

/** A Graph API that starts before the tests of each block that calls `serve`, and ends after them. */
export function graphServer(): Graph {
  const graph: Graph = {
    calls: [],
    url: "",
    answer: () => ({ body: {} }),
    serve: () => run(graph),
  };
  return graph;
}

function run(graph: Graph): void {
  const official = config().META_GRAPH_BASE;
  let server: Server;
  before(async () => {
    server = serve(graph).listen(0, "127.0.0.1");
    await once(server, "listening");
    graph.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    Object.assign(config(), { META_GRAPH_BASE: graph.url });
  });
  after(() => {
    Object.assign(config(), { META_GRAPH_BASE: official });
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    graph.calls = [];
    graph.answer = () => ({ body: {} });
  });
}

function serve(graph: Graph): Server {
  return createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const url = new URL(request.url ?? "", "http://graph");
    const call = {
      method: request.method ?? "",
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      token: request.headers.authorization,
      body: text ? JSON.parse(text) : undefined,
    };
    graph.calls.push(call);
    const { status = 200, headers, body, hangs } = graph.answer(call);
    if (hangs) request.socket.destroy();
    else response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
}
