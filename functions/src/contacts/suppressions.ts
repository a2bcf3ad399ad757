import { type Identity, type OptOut, oneForm, type Platform, Suppression } from "@hilo/schema";
import { fingerprints } from "../platform/crypto.ts";
import { AppError } from "../platform/errors.ts";
import {
  type DocumentReference,
  FieldValue,
  read,
  type Transaction,
  type WriteBatch,
} from "../platform/firestore.ts";
import { suppressionsOf } from "./store.ts";

// Who asked for no more messages keeps that when all that is known of them goes: nothing is left then but a fingerprint
// of the address, which cannot be read back.

type Where = { platform: Platform; address: string };

/** Under every key that is held, the newest first: what was written before a key changed is found as well. */
function placesOf(workspaceId: string, { platform, address }: Where): DocumentReference[] {
  const text = [workspaceId, platform, oneForm(address).toLowerCase()].join("\n");
  return fingerprints(text).map((id) => suppressionsOf(workspaceId).doc(id));
}

/** The address goes, its wish stays; nothing is left of one that has none. */
export function suppress(
  write: Pick<WriteBatch, "set">,
  workspaceId: string,
  { platform, address, optOut }: Pick<Identity, "platform" | "address" | "optOut">,
): void {
  const [ref] = placesOf(workspaceId, { platform, address });
  if (!ref || !optOut) return;
  write.set(ref, { scope: optOut.scope, createdAt: FieldValue.serverTimestamp() });
}

/** The address is kept again, and its wish with it. */
export function unsuppress(
  write: Pick<WriteBatch, "delete">,
  workspaceId: string,
  where: Where,
): void {
  for (const ref of placesOf(workspaceId, where)) write.delete(ref);
}

/** Refuses to begin anything with an address that wants no message at all; throws `optedOut`. */
export async function refuseSuppressed(
  transaction: Transaction,
  workspaceId: string,
  where: Where,
): Promise<void> {
  if ((await suppressedScope(transaction, workspaceId, where)) !== "all") return;
  throw new AppError("optedOut", "The person asked for no more messages at this address.");
}

/** What an address asked not to be sent, where nothing else is known of it any more. */
async function suppressedScope(
  transaction: Transaction,
  workspaceId: string,
  where: Where,
): Promise<OptOut["scope"] | undefined> {
  const docs = await transaction.getAll(...placesOf(workspaceId, where));
  const scopes = docs.flatMap((doc) => read(Suppression, doc)?.scope ?? []);
  return scopes.includes("all") ? "all" : scopes[0];
}
