import express, { type Request, type Response, Router } from "express";
import * as z from "zod";
import { shown } from "../../phones/tell.ts";
import type { ThreadFile } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { BoundedMap } from "../../wire/bounded-map.ts";
import { newId } from "./account.ts";
import { problem, refuse } from "./problem.ts";

const MB = 1024 * 1024;

type Upload = {
  type: string;
  total: number;
  parts: Map<number, Buffer>;
  file?: ThreadFile;
  /** How often it was asked for while X still processes it. */
  asked: number;
};

const kept = new WeakMap<World, BoundedMap<string, Upload>>();

function uploadsOf(world: World): BoundedMap<string, Upload> {
  const known = kept.get(world);
  if (known) return known;
  world.onReset.push(() => kept.delete(world));
  const uploads = new BoundedMap<string, Upload>(200);
  kept.set(world, uploads);
  return uploads;
}

/** The file of an upload that is done. */
export function uploaded(world: World, mediaId: string): ThreadFile | undefined {
  return uploadsOf(world).get(mediaId)?.file;
}

/** @see https://docs.x.com/x-api/media/quickstart/media-upload-chunked */
export function uploadRoutes(world: World): Router {
  const router = Router();
  const raw = express.raw({ type: "multipart/form-data", limit: "6mb" });
  router.post("/initialize", express.json(), (request, response) =>
    initialize(world, request, response),
  );
  router.post("/:id/append", raw, (request, response) => append(world, request, response));
  router.post("/:id/finalize", (request, response) => finalize(world, request, response));
  router.get("/", (request, response) => status(world, request, response));
  return router;
}

const Begun = z.strictObject({
  media_type: z.enum(["image/jpeg", "image/png", "image/webp", "image/gif", "video/mp4"]),
  total_bytes: z.int().positive(),
  media_category: z.enum(["dm_image", "dm_gif", "dm_video"]),
  shared: z.boolean().optional(),
});

const most = { dm_image: 5 * MB, dm_gif: 15 * MB, dm_video: 512 * MB };

function initialize(world: World, request: Request, response: Response): void {
  const begun = Begun.safeParse(request.body);
  if (!begun.success) return void refuse(response, problem(400, z.prettifyError(begun.error)));
  const { media_type: type, total_bytes: total, media_category: category } = begun.data;
  if (total > most[category]) return void refuse(response, problem(400, "The media is too large."));
  const id = newId();
  uploadsOf(world).set(id, { type, total, parts: new Map(), asked: 0 });
  response.json({ data: { id, media_key: `17_${id}`, expires_after_secs: 86_400 } });
}

async function append(world: World, request: Request, response: Response): Promise<void> {
  const upload = uploadsOf(world).get(String(request.params.id));
  const form = await formOf(request);
  const part = form?.get("media");
  const index = Number(form?.get("segment_index"));
  if (!upload || !(part instanceof File) || !Number.isInteger(index))
    return void refuse(response, problem(400));
  upload.parts.set(index, Buffer.from(await part.arrayBuffer()));
  response.json({ data: { expires_at: Math.ceil(Date.now() / 1000) + 86_400 } });
}

async function formOf(request: Request): Promise<FormData | null> {
  if (!Buffer.isBuffer(request.body)) return null;
  const type = request.headers["content-type"] ?? "";
  const whole = new Response(new Uint8Array(request.body), { headers: { "content-type": type } });
  return whole.formData().catch(() => null);
}

function finalize(world: World, request: Request, response: Response): void {
  const id = String(request.params.id);
  const upload = uploadsOf(world).get(id);
  if (!upload) return void refuse(response, problem(400));
  const { type, parts, total } = upload;
  const bytes = Buffer.concat([...parts].sort(([a], [b]) => a - b).map(([, part]) => part));
  if (bytes.length !== total) return void refuse(response, problem(400, "Segments do not add up"));
  const name = `media.${type.split("/")[1]}`;
  upload.file = shown(world.files.save({ name, type, bytes }));
  response.json({ data: described(id, upload) });
}

function status(world: World, request: Request, response: Response): void {
  const id = String(request.query.media_id);
  const upload = uploadsOf(world).get(id);
  if (!upload?.file) return void refuse(response, problem(404, "Could not find media."));
  upload.asked += 1;
  response.json({ data: described(id, upload) });
}

/** Videos are processed for a moment. */
function described(id: string, { type, total, asked }: Upload): object {
  const base = { id, media_key: `17_${id}`, size: total, expires_after_secs: 86_400 };
  if (!type.startsWith("video/")) return base;
  const state = asked > 1 ? "succeeded" : asked === 1 ? "in_progress" : "pending";
  return { ...base, processing_info: { state, check_after_secs: 0.2, progress_percent: 50 } };
}
