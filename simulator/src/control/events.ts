import { Router } from "express";
import type { World } from "../phones/world.ts";

/** GET /events: everything that happens, as server-sent events. */
export function events(world: World): Router {
  const router = Router();
  router.get("/events", (request, response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write("retry: 1000\n\n");
    const stop = world.hub.listen((event) => {
      response.write(`data: ${JSON.stringify(event)}\n\n`);
    });
    const beat = setInterval(() => response.write(":\n\n"), 15_000);
    request.on("close", () => {
      clearInterval(beat);
      stop();
    });
  });
  return router;
}
