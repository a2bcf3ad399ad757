import { type Request, type Response, Router } from "express";
import { accountOf, channels, type DemoChannel } from "../../phones/demo-channels.ts";
import type { Person } from "../../phones/person.ts";
import type { World } from "../../phones/world.ts";
import { account } from "./account.ts";
import { parameterError, refuse } from "./graph-error.ts";

type Json = Record<string, unknown>;

/** What the Graph API tells about the app, its accounts and the people who write to them. */
export function accountRoutes(world: World): Router {
  const router = Router();
  const subscribed = { id: account.appId, name: "Hilo", link: "https://hilo.test" };
  router.get("/debug_token", (_request, response) => {
    const data = { app_id: account.appId, type: "SYSTEM_USER", is_valid: true, expires_at: 0 };
    response.json({ data });
  });
  router.get("/:id/subscribed_apps", (request, response) => {
    const { id } = request.params;
    const app = id === account.wabaId ? { whatsapp_business_api_data: subscribed } : subscribed;
    response.json({ data: [app] });
  });
  router.post("/:id/subscribed_apps", (_request, response) => response.json({ success: true }));
  router.get("/:id/phone_numbers", (_request, response) => {
    const line = channels.find((one) => one.id === "whatsapp");
    response.json({ data: line ? [describe(line)] : [] });
  });
  router.get("/:id", (request, response) => tellAbout(world, request, response));
  return router;
}

function tellAbout(world: World, request: Request, response: Response): void {
  const id = String(request.params.id);
  const known = about(world, id);
  if (!known) {
    const words = `Unsupported get request. Object with ID '${id}' does not exist`;
    return void refuse(response, parameterError(words));
  }
  const fields = String(request.query.fields ?? "");
  const wanted = fields ? fields.split(",").filter((name) => name in known) : Object.keys(known);
  response.json(Object.fromEntries([...wanted, "id"].map((name) => [name, known[name]])));
}

function about(world: World, id: string): Json | null {
  if (id === "me" || id === "app") return { id: account.appId, name: "Hilo" };
  if (id === account.wabaId)
    return { id, name: "Andes Gestión", account_review_status: "APPROVED" };
  const line = channels.find((one) => one.provider === "meta" && accountOf(one) === id);
  if (line) return describe(line);
  const person = world.threads.find(id);
  return person ? profile(id, person) : null;
}

function describe(line: DemoChannel): Json {
  const id = accountOf(line);
  if (line.platform === "messenger") return { id, name: "Andes Gestión" };
  if (line.platform === "instagram") return { id, username: "andesgestion", name: "Andes Gestión" };
  return {
    id,
    display_phone_number: line.address,
    verified_name: "Andes Gestión",
    quality_rating: "GREEN",
    code_verification_status: "VERIFIED",
    status: "CONNECTED",
    name_status: "APPROVED",
    platform_type: "CLOUD_API",
    throughput: { level: "STANDARD" },
  };
}

function profile(id: string, { name, username }: Person): Json {
  const [first, ...others] = name.split(" ");
  return {
    id,
    name,
    first_name: first,
    last_name: others.join(" "),
    ...(username && { username }),
  };
}
