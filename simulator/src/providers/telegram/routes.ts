import express, { type Request, type Response, Router } from "express";
import type { World } from "../../phones/world.ts";
import { account } from "./account.ts";
import { isSend } from "./entry.ts";
import { refusal } from "./failures.ts";
import { methods } from "./methods.ts";
import { readCall } from "./read-call.ts";
import { refuse, send } from "./send.ts";

/** What of the Bot API is imitated, under /telegram. */
export function routes(world: World): Router {
  const router = Router();
  router.get("/telegram/file/bot:token/*path", (request, response) => {
    serve(world, request, response);
  });
  router.all(
    "/telegram/bot:token/:method",
    express.raw({ type: "multipart/form-data", limit: "60mb" }),
    express.json({ limit: "1mb" }),
    express.urlencoded({ extended: false, limit: "1mb" }),
    (request, response) => answer(world, request, response),
  );
  router.use("/telegram", (_request, response) => refuse(response, refusal(404, "Not Found")));
  return router;
}

async function answer(world: World, request: Request, response: Response): Promise<void> {
  const { token = "", method = "" } = request.params as Record<string, string>;
  if (!/^\d+:[\w-]+$/.test(token)) return refuse(response, refusal(404, "Not Found"));
  if (token !== account.token) return refuse(response, refusal(401, "Unauthorized"));
  const { params, refused } = await readCall(method, request);
  if (refused) return refuse(response, refused);
  if (isSend(method)) return send(world, method, params, response);
  const outcome = methods[method]?.(world, params) ?? refusal(404, "Not Found");
  if ("error_code" in outcome) refuse(response, outcome);
  else response.json(outcome);
}

function serve(world: World, request: Request, response: Response): void {
  const id = /ME[0-9a-f]{32}/.exec(request.path)?.[0] ?? "";
  const file = world.files.get(id);
  if (request.params.token !== account.token) refuse(response, refusal(401, "Unauthorized"));
  else if (!file) refuse(response, refusal(404, "Not Found"));
  else response.setHeader("Content-Type", "application/octet-stream").end(file.bytes);
}
