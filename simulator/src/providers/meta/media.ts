import { createHash } from "node:crypto";
import express, { type Request, type Response, Router } from "express";
import { accountOf, channels, type DemoChannel } from "../../phones/demo-channels.ts";
import type { StoredFile } from "../../phones/files.ts";
import type { World } from "../../phones/world.ts";
import { graphError, refuse } from "./graph-error.ts";
import { limitOf } from "./whatsapp/media-limits.ts";

const linkSeconds = 300;

/** Upload, look-up and download of WhatsApp's media; every one of them wants the token. */
export function mediaRoutes(world: World, at: (id: string) => DemoChannel | undefined): Router {
  const router = Router();
  const raw = express.raw({ type: "multipart/form-data", limit: "101mb" });
  router.get("/attachments", (request, response) => download(world, request, response));
  router.post("/:id/media", raw, (request, response, next) => {
    if (at(String(request.params.id))) return upload(world, request, response);
    return next();
  });
  router.get("/:id", (request, response, next) => {
    const file = world.files.get(String(request.params.id));
    if (file) response.json(mediaResource(world, file, request.baseUrl));
    else next();
  });
  router.delete("/:id", (request, response, next) => {
    if (world.files.get(String(request.params.id))) response.json({ success: true });
    else next();
  });
  return router;
}

/** The channels whose media are here. */
export const metaLine = (id: string): DemoChannel | undefined =>
  channels.find((one) => one.provider === "meta" && accountOf(one) === id);

async function upload(world: World, request: Request, response: Response): Promise<void> {
  const form = await formOf(request);
  const file = form?.get("file");
  if (form?.get("messaging_product") !== "whatsapp")
    return refuse(response, graphError("whatsapp", "100", "messaging_product is required"));
  if (!(file instanceof File))
    return refuse(response, graphError("whatsapp", "100", "The parameter file is required."));
  const type = file.type || String(form.get("type") ?? "");
  const limit = limitOf(type);
  if (limit === null)
    return refuse(
      response,
      graphError("whatsapp", "100", `Param file must be a supported type, not ${type}`),
    );
  if (file.size > limit)
    return refuse(response, graphError("whatsapp", "131053", "Media file size too big"));
  const bytes = Buffer.from(await file.arrayBuffer());
  response.json({ id: world.files.save({ name: file.name, type, bytes }).id });
}

async function formOf(request: Request): Promise<FormData | null> {
  const type = request.headers["content-type"] ?? "";
  if (!Buffer.isBuffer(request.body)) return null;
  try {
    return await new globalThis.Response(new Uint8Array(request.body), {
      headers: { "content-type": type },
    }).formData();
  } catch {
    return null;
  }
}

/** The link holds for five minutes, and wants the token besides. */
export function mediaResource(world: World, file: StoredFile, base: string): object {
  const link = new URL(world.files.link(file.id, linkSeconds), world.url).searchParams;
  const query = new URLSearchParams({
    mid: file.id,
    ext: link.get("Expires") ?? "",
    hash: link.get("Signature") ?? "",
  });
  return {
    messaging_product: "whatsapp",
    url: `${world.url}${base}/attachments/?${query}`,
    mime_type: file.type,
    sha256: createHash("sha256").update(file.bytes).digest("hex"),
    file_size: String(file.bytes.length),
    id: file.id,
  };
}

function download(world: World, request: Request, response: Response): void {
  const { mid = "", ext = "", hash = "" } = request.query;
  const file = world.files.get(String(mid));
  if (!file || !world.files.allows(String(mid), String(ext), String(hash)))
    return void response.status(404).type("text/plain").send("Not found");
  response.setHeader("Content-Type", file.type);
  response.end(file.bytes);
}
