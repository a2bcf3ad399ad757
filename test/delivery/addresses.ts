import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { ownPorts } from "../../scripts/own-ports.ts";

/** Where this process's webhooks and provider listen; the code under test reads it from its environment. */
const [webhooksPort = 0, providerPort = 0] = await ownPorts(2);

export { providerPort, webhooksPort };

process.env.PUBLIC_BASE_URL = `http://127.0.0.1:${webhooksPort}`;
process.env.TWILIO_API_BASE = `http://127.0.0.1:${providerPort}`;
process.env.TWILIO_CONTENT_API_BASE = `http://127.0.0.1:${providerPort}/twilio-content`;
process.env.META_GRAPH_BASE = `http://127.0.0.1:${providerPort}/meta`;
// What is at that address may be fetched, and files are kept in a folder, as in the functions emulator.
process.env.FUNCTIONS_EMULATOR ??= "true";
// A queue that takes every task and runs none: what is queued is left to the sweep. The client keeps the first
// address it sees, so that there is one queue for the whole process.
process.env.CLOUD_TASKS_EMULATOR_HOST = await idleQueue();

/** Where tasks were queued, in their order. */
export const queued: string[] = [];

/** What was queued, each with its data as JSON. */
export const tasks: { queue: string; data: string }[] = [];

async function idleQueue(): Promise<string> {
  const queue = createServer(async (request, response) => {
    const url = String(request.url);
    queued.push(url);
    const { task } = (await json(request)) as { task: { httpRequest: { body: string } } };
    const data = Buffer.from(task.httpRequest.body, "base64").toString();
    tasks.push({ queue: /queues\/(\w+)/.exec(url)?.[1] ?? "", data });
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  }).unref();
  await new Promise<void>((resolve) => queue.listen(0, "127.0.0.1", resolve));
  const address = queue.address();
  return `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}
