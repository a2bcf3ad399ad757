import express, { type NextFunction, type Request, type Response, Router } from "express";
import { accountOf } from "../../phones/demo-channels.ts";
import type { World } from "../../phones/world.ts";
import { graphError, refuse } from "../meta/graph-error.ts";
import { mediaRoutes } from "../meta/media.ts";
import { templateRoutes } from "../meta/templates-routes.ts";
import { templatesOn } from "../meta/templates-send.ts";
import { type Line, send } from "../meta/whatsapp/send.ts";
import { account, line } from "./account.ts";
import { report } from "./deliver.ts";
import { refusalOf } from "./failures.ts";

const version = /^\/v\d+\.\d+(?=\/)/;

/** Kapso's proxy of the Graph API and what of its own API is asked for, under /kapso. */
export function routes(world: World): Router {
  const router = Router();
  const proxy = Router();
  const at = (id: string) => (id === accountOf(line) ? line : undefined);
  proxy.use(mediaRoutes(world, at));
  proxy.use(express.json({ limit: "1mb" }));
  proxy.use(templateRoutes(world, "whatsapp"));
  proxy.post("/:id/messages", (request, response) => {
    if (at(String(request.params.id))) return send(world, lineOf(world), request, response);
    return notFound(response);
  });
  proxy.get("/:id", (request, response) => {
    if (at(String(request.params.id))) response.json(described());
    else refuse(response, graphError("whatsapp", "33"));
  });
  router.use("/kapso", authenticate);
  router.use("/kapso/meta/whatsapp", (request, response, next) => {
    request.url = request.url.replace(version, "");
    proxy(request, response, next);
  });
  router.get("/kapso/platform/v1/whatsapp/phone_numbers/:id/health", (request, response) => {
    if (at(String(request.params.id))) response.json(health());
    else notFound(response);
  });
  router.use("/kapso", (_request, response) => notFound(response));
  return router;
}

function lineOf(world: World): Line {
  return { channel: line, report, refusalOf, ...templatesOn(world) };
}

function authenticate(request: Request, response: Response, next: NextFunction): void {
  if (request.headers["x-api-key"] === account.apiKey) next();
  else response.status(401).json({ error: "Invalid API key" });
}

function notFound(response: Response): void {
  response.status(404).json({ error: "Phone number not found" });
}

function described() {
  const id = accountOf(line);
  return {
    id,
    display_phone_number: line.address,
    verified_name: "Andes Gestión",
    quality_rating: "GREEN",
    status: "CONNECTED",
  };
}

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/check-phone-health */
function health() {
  return {
    status: "healthy",
    timestamp: new Date().toISOString(),
    checks: {
      phone_number_access: { passed: true, details: described() },
      messaging_health: { passed: true, overall_status: "AVAILABLE" },
      webhook_verified: { passed: true },
    },
  };
}
