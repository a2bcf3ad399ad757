import type { Request, Response } from "express";
import type { StoredFile } from "../../phones/files.ts";
import type { World } from "../../phones/world.ts";
import { account, apiVersion } from "./account.ts";
import { messagesOf } from "./message.ts";
import { refusal } from "./refusal.ts";

const linkSeconds = 300;

/** GET …/Media/{sid}: leads to a signed address that wants no credentials. */
export function redirect(world: World, request: Request, response: Response): void {
  const file = fileOf(world, request);
  if (!file) response.status(404).json(refusal(20404));
  else response.redirect(307, `${world.url}${world.files.link(file.id, linkSeconds)}`);
}

/** GET …/Media/{sid}.json. */
export function mediaResource(world: World, request: Request, response: Response): void {
  const file = fileOf(world, request);
  if (!file) response.status(404).json(refusal(20404));
  else response.json(resourceOf(String(request.params.sid), file));
}

/** GET …/Media.json. */
export function listMedia(world: World, request: Request, response: Response): void {
  const sid = String(request.params.sid);
  const message = messagesOf(world).get(sid);
  if (!message) return void response.status(404).json(refusal(20404));
  const files = message.mediaIds.flatMap((id) => world.files.get(id) ?? []);
  response.json({ media_list: files.map((file) => resourceOf(sid, file)) });
}

/** GET /cdn/{id}: the bytes, for who has a link that is still good. */
export function serve(world: World, request: Request, response: Response): void {
  const id = String(request.params.id);
  const { Expires = "", Signature = "" } = request.query;
  const file = world.files.get(id);
  if (!file || !world.files.allows(id, String(Expires), String(Signature))) {
    return void response.status(403).type("text/plain").send("Access denied");
  }
  const name = encodeURIComponent(file.name);
  response.setHeader("Content-Disposition", `inline; filename*=UTF-8''${name}`);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Content-Type", file.type);
  response.end(file.bytes);
}

function fileOf(world: World, request: Request): StoredFile | undefined {
  const message = messagesOf(world).get(String(request.params.sid));
  const id = String(request.params.id);
  return message?.mediaIds.includes(id) ? world.files.get(id) : undefined;
}

function resourceOf(sid: string, file: StoredFile): Record<string, unknown> {
  return {
    sid: file.id,
    account_sid: account.sid,
    parent_sid: sid,
    content_type: file.type,
    uri: `/${apiVersion}/Accounts/${account.sid}/Messages/${sid}/Media/${file.id}.json`,
  };
}
