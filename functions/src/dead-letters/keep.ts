import { type DeadLetter, FieldName, type InboundEvent } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { count } from "../channels/health.ts";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import { commit, db, FieldValue } from "../platform/firestore.ts";
import type { RawRequest } from "../providers/adapter.ts";
import { keepParts } from "./parts.ts";
import { originOf } from "./signers.ts";
import { deadLettersOf } from "./store.ts";

/** Longest body in a letter itself, in bytes; a document holds at most 1 MiB, and base64 takes a third more. */
const maxBody = 640 * 1024;

/** How long a letter is kept, in milliseconds: Firestore deletes it by its `expiresAt`. */
const keptMs = 90 * 24 * 60 * 60 * 1000;

/** How often the one letter that stands for many is written at most, in milliseconds. */
const alikeMs = 60 * 1000;

/**
 * Keeps a signed request that could not be used, once however often it comes. Statuses of messages that are not ours
 * are kept as one, the newest with its number: another system that shares the account sends as many as it likes.
 */
export async function keepDeadLetter(
  connection: Connection,
  request: RawRequest,
  reason: string,
  { event, about = [] }: { event?: InboundEvent["type"]; about?: string[] } = {},
): Promise<void> {
  if (event === "status" || event === "watermark") return buryAlike(connection, request, reason);
  const { workspaceId, channelId } = connection;
  const letter = letterOf(connection, request, reason);
  const said = letter.cut ? hash(request.rawBody.toString("latin1")) : letter.body;
  const ref = deadLettersOf(workspaceId).doc(hash(channelId, letter.url, said));
  if (letter.cut && (await ref.get()).exists) return;
  const parts = letter.cut
    ? await keepParts(workspaceId, ref.id, request.rawBody, letter.expiresAt)
    : 0;
  const batch = db().batch();
  batch.create(ref, { ...letter, about, parts, receivedAt: FieldValue.serverTimestamp() });
  if ((await commit(batch)) === "written") count(workspaceId, channelId, "deadLetters");
}

const alike = new Map<string, { writtenAt: number; times: number }>();

async function buryAlike(
  connection: Connection,
  request: RawRequest,
  reason: string,
): Promise<void> {
  const { workspaceId, channelId } = connection;
  count(workspaceId, channelId, "deadLetters");
  const key = [workspaceId, channelId, reason].join("\n");
  const known = alike.get(key) ?? { writtenAt: 0, times: 0 };
  known.times += 1;
  alike.set(key, known);
  if (now() - known.writtenAt < alikeMs) return;
  const { times } = known;
  alike.set(key, { writtenAt: now(), times: 0 });
  await deadLettersOf(workspaceId)
    .doc(hash(channelId, reason))
    .set(
      {
        ...letterOf(connection, request, reason),
        parts: 0,
        times: FieldValue.increment(times),
        receivedAt: FieldValue.serverTimestamp(),
      },
      { merge: true },
    );
}

function letterOf(
  connection: Connection,
  request: RawRequest,
  reason: string,
): Omit<DeadLetter, "receivedAt" | "times" | "parts" | "expiresAt" | "about"> & {
  expiresAt: Date;
} {
  const { channelId, channel, credentials } = connection;
  const clean = withoutSecrets(credentials);
  return {
    channelId,
    provider: channel.provider,
    ...originOf(connection),
    reason,
    contentType: request.headers["content-type"] ?? "",
    ...bodyOf(request.rawBody),
    query: storable(request.query, clean),
    url: clean(request.url).slice(0, 4000),
    rest: request.rest.map(clean),
    headers: telling(request.headers, clean),
    expiresAt: new Date(now() + keptMs),
  };
}

/** The body as text, or as base64 when it is none. */
function bodyOf(raw: Buffer): Pick<DeadLetter, "body" | "encoding" | "cut"> {
  const kept = raw.subarray(0, maxBody);
  const text = kept.toString("utf8");
  const cut = raw.length > maxBody;
  // The last character may have been cut in two, which makes no difference: the whole is in the parts.
  if (cut || Buffer.from(text, "utf8").equals(kept)) return { body: text, encoding: "utf8", cut };
  return { body: kept.toString("base64"), encoding: "base64", cut };
}

/** Takes the channel's credentials out of a text: addresses may hold one. */
function withoutSecrets(credentials: unknown): (text: string) => string {
  const secrets = Object.values(credentials ?? {}).filter(
    (value): value is string => typeof value === "string" && value.length >= 6,
  );
  return (text) => secrets.reduce((clean, secret) => clean.replaceAll(secret, "…"), text);
}

/** Headers by which a parser may tell what a request is; none that signs it or tells of the way it came. */
function telling(
  headers: RawRequest["headers"],
  clean: (text: string) => string,
): Record<string, string> {
  const named = Object.entries(headers).flatMap(([name, value]) =>
    value !== undefined && (name === "content-type" || isOwn(name)) ? [[name, clean(value)]] : [],
  );
  return Object.fromEntries(named);
}

function isOwn(name: string): boolean {
  const ours = /^x-(?!forwarded|real|cloud|appengine|request|firebase|google|envoy)/.test(name);
  return ours && !/sign|secret|token|auth|key/.test(name);
}

/** A query as a document can hold it: without names that are not a field's. */
function storable(
  query: RawRequest["query"],
  clean: (text: string) => string,
): Record<string, string> {
  const named = Object.entries(query).filter(([name]) => FieldName.safeParse(name).success);
  return Object.fromEntries(named.map(([name, value]) => [name, clean(String(value))]));
}
