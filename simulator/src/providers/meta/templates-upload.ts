import { randomBytes } from "node:crypto";
import express, { type Request, type Response, Router } from "express";
import { shown } from "../../phones/tell.ts";
import type { ThreadFile } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { account } from "./account.ts";
import { parameterError, refuse } from "./graph-error.ts";
import type { TemplateComponent } from "./kept-template.ts";

type Session = { name: string; size: number; type: string };

const sessions = new Map<string, Session>();

/** An upload is begun and carried out within moments. */
const most = 100;

const types = ["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"];

/**
 * Uploads to the app, whose handles other calls take: the Resumable Upload API, each file in one piece.
 * https://developers.facebook.com/docs/graph-api/guides/upload
 */
export function uploadRoutes(world: World): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: "101mb" });
  router.post(`/${account.appId}/uploads`, begin);
  router.post(/^\/upload:\w+$/, raw, (request, response) => take(world, request, response));
  return router;
}

function begin({ query }: Request, response: Response): void {
  const { file_name: name, file_length: length, file_type: type } = query;
  const size = Number(length);
  if (typeof name !== "string" || !(size > 0))
    return void refuse(
      response,
      parameterError("The parameters file_name and file_length are required"),
    );
  if (!types.includes(String(type)))
    return void refuse(response, parameterError(`File type not supported: ${type}`));
  const key = randomBytes(12).toString("hex");
  if (sessions.size >= most) sessions.clear();
  sessions.set(key, { name, size, type: String(type) });
  response.json({ id: `upload:${key}?sig=${randomBytes(8).toString("hex")}` });
}

function take(world: World, request: Request, response: Response): void {
  const key = request.path.split(":")[1] ?? "";
  const session = sessions.get(key);
  const { body } = request;
  if (!session || typeof request.query.sig !== "string")
    return void refuse(response, parameterError("The upload session does not exist"));
  if (!request.headers.authorization?.startsWith("OAuth "))
    return void refuse(response, parameterError("The Authorization header has to be OAuth"));
  if (request.headers.file_offset !== "0" || !Buffer.isBuffer(body) || body.length !== session.size)
    return void refuse(
      response,
      parameterError("The file does not begin and end as it was announced"),
    );
  sessions.delete(key);
  const { name, type } = session;
  const { id } = world.files.save({ name, type, bytes: body });
  response.json({ h: handleOf(id) });
}

/** A handle in the form of Meta's. */
function handleOf(fileId: string): string {
  return `4:${Buffer.from(fileId).toString("base64")}:${Buffer.from("hilo").toString("base64")}`;
}

/** The handle in the example of a template's header. */
export function handleIn({ example }: TemplateComponent): string {
  const handles = example?.header_handle;
  return Array.isArray(handles) ? String(handles[0] ?? "") : "";
}

/** The uploaded file that a handle stands for. */
export function fileOfHandle(world: World, handle: string): ThreadFile | undefined {
  const [version, id = ""] = handle.split(":");
  const file = version === "4" ? world.files.get(Buffer.from(id, "base64").toString()) : undefined;
  return file && shown(file);
}
