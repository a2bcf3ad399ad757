import express, { type NextFunction, type Request, type Response, Router } from "express";
import type { World } from "../../phones/world.ts";
import { account, channel } from "./account.ts";
import { problem, refuse } from "./problem.ts";
import { send } from "./send.ts";
import { uploadRoutes } from "./uploads.ts";
import { webhookRoutes } from "./webhooks.ts";

/** What of X's API is imitated, under /x. */
export function routes(world: World): Router {
  const router = Router();
  const json = express.json({ limit: "1mb" });
  router.use("/x/2/webhooks", knowing(account.bearerToken), webhookRoutes(world));
  router.use("/x", knowing(account.accessToken));
  router.get("/x/2/users/me", (_request, response) => {
    const { name, username } = account;
    response.json({ data: { id: channel.address, name, username } });
  });
  router.post("/x/2/dm_conversations/with/:participant/messages", json, (request, response) =>
    send(world, String(request.params.participant), request, response),
  );
  router.post("/x/2/dm_conversations/:id/messages", json, (request, response) =>
    send(world, otherIn(String(request.params.id)), request, response),
  );
  router.use("/x/2/media/upload", uploadRoutes(world));
  router.get("/x/ton/data/dm/:id/:name", (request, response) => serve(world, request, response));
  router.use("/x", (_request, response) => refuse(response, problem(404, "Not Found")));
  return router;
}

function knowing(token: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.headers.authorization === `Bearer ${token}`) next();
    else refuse(response, problem(401));
  };
}

/** A conversation of two is named by both, in either order. */
function otherIn(conversation: string): string {
  return conversation.split("-").find((id) => id !== channel.address) ?? "";
}

function serve(world: World, request: Request, response: Response): void {
  const [id = ""] = String(request.params.name).split(".");
  const file = world.files.get(id);
  if (file) response.setHeader("Content-Type", file.type).end(file.bytes);
  else refuse(response, problem(404, "Not Found"));
}
