import { fetchMedia } from "../../phones/fetch-media.ts";
import { shown } from "../../phones/tell.ts";
import type { Entry, ThreadFile } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { badRequest, type Refusal, refusal } from "./failures.ts";
import { ownIdOf } from "./files.ts";
import type { Params } from "./read-call.ts";
import { limitOf, mayFetch } from "./rules.ts";

const fileIn: Record<string, string> = {
  sendPhoto: "photo",
  sendAnimation: "animation",
  sendVideo: "video",
  sendAudio: "audio",
  sendVoice: "voice",
  sendSticker: "sticker",
  sendDocument: "document",
};

/** Puts the file of a send onto its message: uploaded, fetched by its address, or known by its id. */
export async function attach(
  world: World,
  method: string,
  params: Params,
  entry: Entry,
): Promise<Refusal | null> {
  const { [fileIn[method] ?? ""]: given } = params;
  if (given === undefined) return null;
  const file =
    given instanceof File
      ? await uploaded(world, method, given)
      : await named(world, method, String(given));
  if ("error_code" in file) return file;
  entry.files = [file];
  return null;
}

async function uploaded(world: World, method: string, file: File): Promise<ThreadFile | Refusal> {
  if (file.size > limitOf(method, true)) return refusal(413, "Request Entity Too Large");
  if (file.size === 0) return badRequest("file must be non-empty");
  const bytes = Buffer.from(await file.arrayBuffer());
  return shown(world.files.save({ name: file.name, type: file.type, bytes }));
}

async function named(world: World, method: string, given: string): Promise<ThreadFile | Refusal> {
  if (!/^https?:\/\//.test(given)) {
    const known = world.files.get(ownIdOf(given));
    return known ? shown(known) : badRequest("wrong file identifier/HTTP URL specified");
  }
  const file = await fetchMedia(world, given);
  if (!file || file.size > limitOf(method, false))
    return badRequest("failed to get HTTP URL content");
  return mayFetch(method, file.type) ? file : badRequest("wrong type of the web page content");
}
