import { createServer } from "node:net";

/** A port nobody listens on just now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Where this process's webhooks and provider listen; the code under test reads it from its environment. */
export const webhooksPort = await freePort();
export const providerPort = await freePort();

process.env.PUBLIC_BASE_URL = `http://127.0.0.1:${webhooksPort}`;
process.env.TWILIO_API_BASE = `http://127.0.0.1:${providerPort}`;
// What is at that address may be fetched, and files are kept in a folder, as in the functions emulator.
process.env.FUNCTIONS_EMULATOR ??= "true";
// No task queue runs here: what would be queued is left to the sweep, as when queueing fails.
process.env.CLOUD_TASKS_EMULATOR_HOST ??= "127.0.0.1:9";
