import { DeadLetter, type ListedLetter, type OpenedLetter } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { countSettled } from "../channels/health.ts";
import { AppError } from "../platform/errors.ts";
import { type DocumentSnapshot, db, read, Timestamp } from "../platform/firestore.ts";
import type { RawRequest } from "../providers/adapter.ts";
import { removeParts } from "./parts.ts";
import { deadLettersOf } from "./store.ts";

/** A page of a channel's dead letters, newest first. */
export async function listLetters(
  workspaceId: string,
  channelId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ letters: ListedLetter[]; next: string | null }> {
  const newest = deadLettersOf(workspaceId)
    .where("channelId", "==", channelId)
    .orderBy("receivedAt", "desc")
    .orderBy("__name__", "desc");
  const from = cursor === undefined ? newest : newest.startAfter(...placeOf(cursor));
  const { docs } = await from.limit(limit + 1).get();
  const page = docs.slice(0, limit);
  const last = page.at(-1);
  return {
    letters: page.flatMap((doc) => listed(doc.id, read(DeadLetter, doc))),
    next: docs.length > limit && last ? cursorOf(last) : null,
  };
}

/** A letter with its body as text. */
export async function openLetter(workspaceId: string, id: string): Promise<OpenedLetter> {
  const letter = await letterAt(workspaceId, id);
  const { contentType, body, cut, encoding } = letter;
  const [told] = listed(id, letter);
  if (!told) throw noSuchLetter();
  return { ...told, contentType, body, cut, binary: encoding === "base64" };
}

/** Deletes a letter for ever. */
export async function deleteLetter(doer: Doer, id: string): Promise<{ id: string }> {
  const letter = await letterAt(doer.workspaceId, id);
  const { channelId, reason, times } = letter;
  await bin(doer, id, "deadLetters.delete", {
    channelId: { from: channelId },
    reason: { from: reason },
  });
  await removeParts(doer.workspaceId, id, letter);
  countSettled(doer.workspaceId, channelId, times);
  return { id };
}

/** Takes a letter away once it was replayed, and counted; with it go those it stood for. */
export async function fileAway(
  doer: Doer,
  id: string,
  letter: Pick<DeadLetter, "channelId" | "times" | "parts">,
): Promise<void> {
  const { channelId, times } = letter;
  await bin(doer, id, "deadLetters.replay", { channelId: { from: channelId } });
  await removeParts(doer.workspaceId, id, letter);
  countSettled(doer.workspaceId, channelId, times - 1);
}

/** Keeps a letter that could not be used either when it was replayed, with why. */
export async function keepUnreadable(doer: Doer, id: string, reason: string): Promise<void> {
  const batch = db().batch();
  batch.update(deadLettersOf(doer.workspaceId).doc(id), { reason });
  audit(batch, doer, "deadLetters.replay", `deadLetters/${id}`, { reason: { to: reason } });
  await batch.commit();
}

export async function letterAt(workspaceId: string, id: string): Promise<DeadLetter> {
  const letter = read(DeadLetter, await deadLettersOf(workspaceId).doc(id).get());
  if (!letter) throw noSuchLetter();
  return letter;
}

/** The request that a letter keeps with its body, without what signed it. */
export function requestIn(letter: DeadLetter, rawBody: Buffer): RawRequest {
  const { url, query, rest, contentType, headers } = letter;
  return {
    method: "POST",
    url,
    headers: { "content-type": contentType, ...headers },
    query,
    rawBody,
    rest,
  };
}

async function bin(
  doer: Doer,
  id: string,
  action: string,
  changes: Record<string, { from: unknown }>,
): Promise<void> {
  const batch = db().batch();
  batch.delete(deadLettersOf(doer.workspaceId).doc(id));
  audit(batch, doer, action, `deadLetters/${id}`, changes);
  await batch.commit();
}

function listed(id: string, letter: DeadLetter | undefined): ListedLetter[] {
  if (!letter) return [];
  const { channelId, provider, reason, receivedAt, times } = letter;
  return [{ id, channelId, provider, reason, receivedAt: receivedAt.getTime(), times }];
}

/** A cursor outlives its letter, and stays where it was when that comes again: it tells when it came, too. */
function cursorOf(doc: DocumentSnapshot): string {
  const at: unknown = doc.get("receivedAt");
  const { seconds, nanoseconds } = at instanceof Timestamp ? at : Timestamp.fromMillis(0);
  return `${seconds}-${nanoseconds}-${doc.id}`;
}

function placeOf(cursor: string): [receivedAt: Timestamp, id: string] {
  const [, seconds, nanoseconds, id = ""] = /^(\d{1,11})-(\d{1,9})-(\w+)$/.exec(cursor) ?? [];
  if (!id) throw new AppError("invalid", "There is no such page.");
  return [new Timestamp(Number(seconds), Number(nanoseconds)), id];
}

function noSuchLetter(): AppError {
  return new AppError("notFound", "There is no such dead letter.");
}
