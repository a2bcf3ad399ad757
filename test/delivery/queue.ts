import { listen } from "../support/listen.ts";

/** A task queue that takes every task and runs none; gives back what ends it. */
export async function startQueue(): Promise<() => Promise<void>> {
  const before = process.env.CLOUD_TASKS_EMULATOR_HOST;
  const queue = await listen((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  process.env.CLOUD_TASKS_EMULATOR_HOST = `127.0.0.1:${queue.port}`;
  return async () => {
    process.env.CLOUD_TASKS_EMULATOR_HOST = before;
    await queue.close();
  };
}
