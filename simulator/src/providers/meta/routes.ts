import express, { type Request, type Response, Router } from "express";
import { channels, type DemoChannel } from "../../phones/demo-channels.ts";
import type { World } from "../../phones/world.ts";
import { accountRoutes } from "./accounts.ts";
import { authenticate } from "./authenticate.ts";
import { reportWhatsapp } from "./deliver.ts";
import { parameterError, refuse } from "./graph-error.ts";
import { mediaRoutes, metaLine } from "./media.ts";
import { sendPage } from "./page/send.ts";
import { templateRoutes } from "./templates-routes.ts";
import { templatesOn } from "./templates-send.ts";
import { uploadRoutes } from "./templates-upload.ts";
import { type Line, send } from "./whatsapp/send.ts";

const instagramId = channels.find((one) => one.platform === "instagram")?.address ?? "";
const version = /^\/v\d+\.\d+(?=\/)/;

/** What of the Graph API is imitated, under /meta, with or without a version in the path. */
export function routes(world: World): Router {
  const router = Router();
  const graph = Router();
  graph.use(authenticate);
  graph.use(mediaRoutes(world, metaLine));
  graph.use(uploadRoutes(world));
  graph.use(express.json({ limit: "1mb" }));
  graph.use(templateRoutes(world, "whatsapp"));
  graph.use(templateRoutes(world, "page"));
  graph.post("/:id/messages", (request, response) => post(world, request, response));
  graph.use(accountRoutes(world));
  graph.use((request, response) =>
    refuse(response, parameterError(`Unknown path components: ${request.path}`)),
  );
  router.use("/meta", (request, response, next) => {
    request.url = request.url.replace(version, "");
    graph(request, response, next);
  });
  return router;
}

async function post(world: World, request: Request, response: Response): Promise<void> {
  const channel = lineOf(String(request.params.id));
  if (!channel) {
    const words = `Unsupported post request. Object with ID '${request.params.id}' does not exist`;
    return refuse(response, parameterError(words));
  }
  const { platform } = channel;
  if (platform === "messenger" || platform === "instagram")
    return sendPage(world, { channel, platform }, request, response);
  const report: Line["report"] = (...told) => reportWhatsapp(channel, ...told);
  return send(world, { channel, report, ...templatesOn(world) }, request, response);
}

/** `me` is the Instagram account, as its own API is called. */
function lineOf(id: string): DemoChannel | undefined {
  return metaLine(id === "me" ? instagramId : id);
}
