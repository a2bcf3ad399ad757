import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createWebhooks } from "../../../functions/src/webhooks.ts";
import { recordBarely } from "./bare.ts";
import { recordNaively } from "./naive.ts";
import { verified } from "./verified.ts";

// One of the three receivers, in a process of its own: app.ts <hilo|bare|naive> <port> <workspace>.

const [kind = "hilo", port = "0", workspaceId = ""] = process.argv.slice(2);

const records = { bare: recordBarely, naive: recordNaively };

function listener(): RequestListener {
  if (kind === "hilo") return asDeployed(createWebhooks());
  const record = records[kind as keyof typeof records];
  return async (request, response) => {
    const form = verified(request.url ?? "", request.headers, await bodyOf(request));
    if (!form) {
      response.writeHead(401).end();
      return;
    }
    const status = await record(workspaceId, form).then(
      () => 200,
      () => 500,
    );
    response.writeHead(status, { "content-type": "text/xml" }).end("<Response/>");
  };
}

/** Cloud Functions reads the body before a function has the request. */
function asDeployed(app: RequestListener): RequestListener {
  return async (request, response) => {
    app(Object.assign(request, { rawBody: await bytesOf(request) }), response);
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  return (await bytesOf(request)).toString("utf8");
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

createServer(listener()).listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit());
