import { IdempotentAnswer } from "@hilo/schema";
import type { Actor, Guest } from "./auth.ts";
import { now } from "./clock.ts";
import { hash, open, seal } from "./crypto.ts";
import { AppError } from "./errors.ts";
import { db, read } from "./firestore.ts";
import { log } from "./log.ts";
import type { Answer } from "./problem.ts";
import { keptAnswers } from "./store.ts";

/** A running request that has not ended by then is taken for lost, in milliseconds. */
const leaseMs = 2 * 60_000;
const keptMs = 24 * 60 * 60_000;

/** A request that must have its effect once: `key` is the client's, `request` tells what was asked. */
export type OnceRequest = ({ actor: Actor } | { guest: Guest }) & {
  key: string;
  request: string;
  /** Whether its body names what it makes, so that it may run beside its first try and tells how that stands. */
  isNamed: boolean;
};

/** Whose keys they are: those of who works nowhere yet stand beside the workspaces. */
type Keeper = { workspaceId: string | null; type: string; id: string; requestId: string };

type Kept = Pick<IdempotentAnswer, "request" | "status" | "body">;

/** Where answers are kept. */
export type Answers = {
  /** Takes the key for this request; or tells what is kept for it, and takes nothing. */
  claim(workspaceId: string | null, id: string, request: string): Promise<Kept | undefined>;
  keep(workspaceId: string | null, id: string, answer: Answer): Promise<void>;
  release(workspaceId: string | null, id: string): Promise<void>;
};

/**
 * Runs a request once: a repetition within 24 hours is answered as the first was. Throws `invalid` when the
 * key was used for another request and, unless the request is named, `conflict` while the first is running. What was
 * refused or failed had no effect and may be tried again with the same key, by when a window may be open or a claim over.
 */
export async function once(
  { key, request, isNamed, ...by }: OnceRequest,
  run: () => Promise<Answer>,
  answers: Answers,
): Promise<Answer & { replayed: boolean }> {
  const { workspaceId, type, id: callerId, requestId } = keeperOf(by);
  const id = hash(type, callerId, checkedKey(key));
  const kept = await answers.claim(workspaceId, id, request);
  const context = `${workspaceId ?? ""}/${id}`;
  const known = kept && answerIn(kept, request, context);
  if (known) return { ...known, replayed: true };
  if (kept && !isNamed)
    throw new AppError("conflict", "The first request with this Idempotency-Key is still running.");
  if (kept) return { ...(await run()), replayed: false };
  const answer = await runOrRelease(run, () => answers.release(workspaceId, id));
  await answers
    .keep(workspaceId, id, { ...answer, body: seal(answer.body, context) })
    .catch((error) => log.warn("idempotency.notKept", { requestId, error }));
  return { ...answer, replayed: false };
}

function keeperOf(by: { actor: Actor } | { guest: Guest }): Keeper {
  if ("actor" in by) return by.actor;
  const { uid, requestId } = by.guest;
  return { workspaceId: null, type: "guest", id: uid, requestId };
}

function checkedKey(key: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new AppError("badRequest", "An Idempotency-Key is 1 to 255 visible ASCII characters.");
}

/** Bodies are sealed, since an answer can hold a new API key or a password link; none while the first is running. */
function answerIn(kept: Kept, request: string, context: string): Answer | undefined {
  if (kept.request !== request) {
    throw new AppError("invalid", "This Idempotency-Key was used for another request.");
  }
  if (kept.status === undefined || kept.body === undefined) return undefined;
  return { status: kept.status, body: String(open(kept.body, context)) };
}

async function runOrRelease(
  run: () => Promise<Answer>,
  release: () => Promise<void>,
): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    await release();
    throw error;
  }
}

/** Answers kept where no client can read them. */
export const answersInFirestore: Answers = {
  claim: (workspaceId, id, request) =>
    db().runTransaction(async (transaction) => {
      const document = keptAnswers(workspaceId).doc(id);
      const found = read(IdempotentAnswer, await transaction.get(document));
      if (found && found.expiresAt.getTime() > now()) return found;
      transaction.set(document, { request, expiresAt: new Date(now() + leaseMs) });
      return undefined;
    }),
  keep: async (workspaceId, id, answer) => {
    await keptAnswers(workspaceId)
      .doc(id)
      .update({ ...answer, expiresAt: new Date(now() + keptMs) });
  },
  release: async (workspaceId, id) => {
    await keptAnswers(workspaceId).doc(id).delete();
  },
};
