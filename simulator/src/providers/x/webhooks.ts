import { randomBytes } from "node:crypto";
import { type Response, Router } from "express";
import type { World } from "../../phones/world.ts";
import { problem, refuse } from "./problem.ts";
import { digest, webhookUrl } from "./sign.ts";

const id = "1579138429103472640";
const invalid = new WeakSet<World>();

/** The app's only webhook: looked at, and validated anew by a challenge (CRC). */
export function webhookRoutes(world: World): Router {
  const router = Router();
  router.get("/", (_request, response) => response.json({ data: [described(world)] }));
  router.put("/:id", (request, response) => validate(world, String(request.params.id), response));
  world.onReset.push(() => invalid.delete(world));
  return router;
}

function described(world: World): object {
  const created_at = "2026-11-01T12:00:00.000Z";
  return { id, url: webhookUrl(world), valid: !invalid.has(world), created_at };
}

async function validate(world: World, given: string, response: Response): Promise<void> {
  if (given !== id) return refuse(response, problem(404, "Could not find webhook."));
  const proved = await challenge(world);
  if (proved) invalid.delete(world);
  else invalid.add(world);
  if (proved) response.json({ data: { attempted: true } });
  else refuse(response, problem(400, "CrcValidationFailed"));
}

/** Whether the house proves that it knows the secret. */
async function challenge(world: World): Promise<boolean> {
  const token = randomBytes(16).toString("hex");
  const url = `${webhookUrl(world)}?${new URLSearchParams({ crc_token: token })}`;
  const at = Date.now();
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
  const body: unknown = await answer?.json().catch(() => null);
  const path = new URL(url).pathname;
  const exchange = { at, direction: "out", method: "GET", path, ms: Date.now() - at } as const;
  world.exchanges.add({ ...exchange, status: answer?.status ?? null, note: "CRC" });
  return Object(body).response_token === digest(token);
}
