import { pipeline } from "node:stream/promises";
import { DocumentId, type fileEndpoints, Slug, type StoredFile } from "@hilo/schema";
import express, { type Request, type Response, type Router } from "express";
import type { Actor } from "../platform/auth.ts";
import type { ByteRange } from "../platform/blobs/blob.ts";
import { blobs } from "../platform/blobs/blobs.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import type { Call, Handlers } from "../platform/handlers.ts";
import { limitAddress, limitLink } from "../platform/limits.ts";
import { fileOf, largestBytes, type MediaLimits, placeOf, saveFile } from "./files.ts";
import { openHeld } from "./held.ts";
import { checkLink, linkTo, longestMs } from "./links.ts";
import { headersOf } from "./presentation.ts";
import { rangeOf } from "./range.ts";
import { receiveUpload } from "./receive-upload.ts";

/** What a channel carries; throws `notFound` when there is no such channel. Channels are a later room. */
export type LimitsOf = (workspaceId: string, channelId: string) => Promise<MediaLimits>;

/** Whether somebody may open a file; whose conversations they see, a later room says. */
export type SeesFile = (actor: Actor, file: StoredFile) => Promise<boolean>;

export function handlersFor(limitsOf: LimitsOf, sees: SeesFile) {
  const limitsFor = async ({
    actor,
    query: { channelId },
  }: Call<typeof fileEndpoints.uploadFile>) =>
    channelId ? await limitsOf(actor.workspaceId, channelId) : undefined;
  return {
    uploadFile: {
      receive: async (request, call) => receiveUpload(request, largestOf(await limitsFor(call))),
      take: async (call, received) => {
        const { workspaceId, id: by } = call.actor;
        const limits = await limitsFor(call);
        return saveFile(workspaceId, { ...received, by, limits, doer: call.actor });
      },
    },
    linkFiles: async ({ actor, query }) => {
      const ids = await openTo(actor, idsOf(query.ids), sees);
      const links = ids.map((id) => [id, linkTo(actor.workspaceId, id)]);
      return { links: Object.fromEntries(links), expires: now() + longestMs };
    },
    linkHeldFile: ({ actor, params }) => openHeld(actor, params.fileId),
  } satisfies Handlers<typeof fileEndpoints>;
}

/** The files that somebody may open. Of whoever sees all nothing is asked: what is not there has a link to nothing. */
async function openTo(actor: Actor, ids: string[], sees: SeesFile): Promise<string[]> {
  if (actor.see === "all") return ids;
  const open = await Promise.all(
    ids.map(async (id) => {
      const file = await fileOf(actor.workspaceId, id);
      return file !== undefined && (await sees(actor, file));
    }),
  );
  return ids.filter((_, index) => open[index]);
}

/** No file is read further than the largest its channel takes. */
function largestOf(limits: MediaLimits | undefined): number {
  if (!limits) return largestBytes;
  const sizes = Object.values(limits).map((limit) => limit.maxBytes);
  return Math.min(largestBytes, Math.max(0, ...sizes));
}

function idsOf(list: string): string[] {
  const ids = [...new Set(list.split(","))];
  if (ids.every((id) => DocumentId.safeParse(id).success)) return ids;
  const details = [{ path: "ids", message: "Ids of files, separated by commas" }];
  throw new AppError("invalid", "Correct the fields listed in errors.", { details });
}

/** A link of ours lets its holder in, and is counted by itself; whoever has none is counted by address. */
async function admitLink(
  request: Request,
  response: Response,
  { workspaceId, fileId }: { workspaceId: string; fileId: string },
): Promise<void> {
  try {
    if (!Slug.safeParse(workspaceId).success || !DocumentId.safeParse(fileId).success)
      throw new AppError("notFound", "There is no such file.");
    checkLink(workspaceId, fileId, request.query);
  } catch (error) {
    await limitAddress(request, response);
    throw error;
  }
  await limitLink(request, response, String(request.query.signature));
}

/** Serves files to whoever holds a signed link: `GET /{workspaceId}/{fileId}?expires&signature`. */
export function fileRoutes(): Router {
  const router = express.Router();
  router.get("/:workspaceId/:fileId", async (request, response) => {
    const { workspaceId = "", fileId = "" } = request.params;
    await admitLink(request, response, { workspaceId, fileId });
    const file = await fileOf(workspaceId, fileId);
    if (!file) throw new AppError("notFound", "There is no such file.");
    if (file.held && request.query.held === undefined)
      throw new AppError(
        "notAllowed",
        "This file is held back: only an administrator may save it.",
      );
    await serve(request, response, file, placeOf(workspaceId, fileId));
  });
  router.all("/:workspaceId/:fileId", (_request, response, next) => {
    response.set("Allow", "GET, HEAD");
    next();
  });
  return router;
}

async function serve(
  request: Request,
  response: Response,
  file: StoredFile,
  place: string,
): Promise<void> {
  const range = rangeOf(request.get("Range"), file.size);
  if (range === "unsatisfiable") {
    response.status(416).set("Content-Range", `bytes */${file.size}`).end();
    return;
  }
  const whole = { start: 0, end: file.size - 1 };
  const content = request.method === "HEAD" ? null : await blobs().read(place, range ?? undefined);
  const secondsLeft = Math.floor((Number(request.query.expires) - now()) / 1000);
  response.set(headersOf(file, Math.max(0, secondsLeft)));
  describePart(response, range ?? whole, range !== null, file.size);
  if (content) await pipeline(content, response).catch((error) => ignoreHangUp(error));
  else response.end();
}

/** Players hang up all the time: they ask for the next part when it is needed. */
function ignoreHangUp(error: unknown): void {
  if ((error as { code?: unknown }).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
}

function describePart(response: Response, range: ByteRange, partial: boolean, size: number): void {
  response.status(partial ? 206 : 200).set("Content-Length", `${range.end - range.start + 1}`);
  if (partial) response.set("Content-Range", `bytes ${range.start}-${range.end}/${size}`);
}
