import type { BrowserContext, Request } from "playwright-core";
import { wait } from "./wait.ts";

/** How long a page that has been emptied may take to say that it listens to nothing, in milliseconds. */
const patience = 3_000;

/**
 * Follows what the pages of a context ask of the database, and gives what has them end it all, by taking everything
 * from the screen. The emulator goes on working for a page that was only closed: twenty-five of them make every
 * write eight times as slow.
 */
export function listeningOf(context: BrowserContext): () => Promise<void> {
  const asking = new Set<Request>();
  let asked = 0;
  context.on("request", (request) => {
    if (!changesTargets(request)) return;
    asked += 1;
    asking.add(request);
  });
  context.on("requestfinished", (request) => asking.delete(request));
  context.on("requestfailed", (request) => asking.delete(request));
  return async () => {
    const before = asked;
    if (before === 0) return;
    await Promise.all(
      context.pages().map((page) => page.evaluate(() => document.body.replaceChildren())),
    );
    const end = Date.now() + patience;
    while ((asked === before || asking.size > 0) && Date.now() < end) await wait(10);
  };
}

/** Whether a page names what it listens to, or ends it. */
function changesTargets(request: Request): boolean {
  return request.method() === "POST" && request.url().includes("/Listen/channel");
}
