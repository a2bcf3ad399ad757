import { FieldName } from "@hilo/schema";
import type { RawRequest } from "../channels/channel.ts";
import { hash } from "../platform/crypto.ts";
import { commit, db, FieldValue } from "../platform/firestore.ts";
import type { Connection } from "./connections.ts";
import { count } from "./health.ts";
import { deadLettersOf } from "./store.ts";

/** Longest body kept, in bytes; a document holds at most 1 MiB. */
const maxBody = 256 * 1024;

/** Keeps a signed request that could not be used, once however often it comes. */
export async function bury(
  connection: Connection,
  request: RawRequest,
  reason: string,
): Promise<void> {
  const { workspaceId, channelId, channel } = connection;
  const body = request.rawBody.subarray(0, maxBody).toString("utf8");
  const batch = db().batch();
  batch.create(deadLettersOf(workspaceId).doc(hash(channelId, reason, request.url, body)), {
    channelId,
    provider: channel.provider,
    reason,
    contentType: request.headers["content-type"] ?? "",
    body,
    query: storable(request.query),
    receivedAt: FieldValue.serverTimestamp(),
  });
  if ((await commit(batch)) === "written") count(workspaceId, channelId, "deadLetters");
}

/** A query as a document can hold it: without names that are not a field's. */
function storable(query: RawRequest["query"]): Record<string, string> {
  const named = Object.entries(query).filter(([name]) => FieldName.safeParse(name).success);
  return Object.fromEntries(named.map(([name, value]) => [name, String(value)]));
}
