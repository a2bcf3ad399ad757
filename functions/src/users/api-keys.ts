import { randomBytes } from "node:crypto";
import type { ApiKey, Millis } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db } from "../platform/firestore.ts";
import { forget, keyIdOf } from "../platform/sessions.ts";
import { allApiKeys, apiKeyAt, findApiKey } from "./store.ts";

/** Makes an API key; the answer is the only place it is ever written. */
export async function addApiKey(
  doer: Doer,
  wanted: Pick<ApiKey, "name" | "scopes" | "see" | "teams"> & { expiresAt?: Millis | undefined },
): Promise<{ id: string; key: string }> {
  const { name, scopes, see, teams, expiresAt } = wanted;
  if (expiresAt !== undefined && expiresAt <= now())
    throw new AppError("invalid", "A key cannot have expired already.", {
      details: [{ path: "expiresAt", message: "Say a time to come." }],
    });
  const { workspaceId } = doer;
  const key = `hilo_${workspaceId}_${randomBytes(24).toString("base64url")}`;
  const id = keyIdOf(key);
  const batch = db().batch();
  batch.create(apiKeyAt(workspaceId, id), {
    name,
    enabled: true,
    scopes,
    see,
    teams,
    ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }),
    createdBy: doer.id,
    createdAt: new Date(now()),
  } satisfies ApiKey);
  audit(batch, doer, "users.addApiKey", `apiKeys/${id}`, {
    name: { to: name },
    scopes: { to: scopes },
    ...(see === "all" ? {} : { see: { to: see }, teams: { to: teams } }),
    ...(expiresAt === undefined ? {} : { expiresAt: { to: expiresAt } }),
  });
  await batch.commit();
  forget(workspaceId, id);
  return { id, key };
}

/** The keys of a workspace, the newest first. */
export async function listApiKeys(workspaceId: string) {
  const keys = await allApiKeys(workspaceId);
  const items = keys.map(({ createdAt, expiresAt, ...key }) => ({
    ...key,
    createdAt: createdAt.getTime(),
    expiresAt: expiresAt?.getTime() ?? null,
  }));
  return { items: items.sort((a, b) => b.createdAt - a.createdAt), cursor: null };
}

/** Disables an API key: this instance refuses it at once, the others within a minute. */
export async function removeApiKey(doer: Doer, id: string): Promise<{ id: string }> {
  const { workspaceId } = doer;
  const key = await findApiKey(workspaceId, id);
  if (!key) throw new AppError("notFound", "There is no such API key.");
  const batch = db().batch();
  batch.update(apiKeyAt(workspaceId, id), { enabled: false });
  audit(batch, doer, "users.removeApiKey", `apiKeys/${id}`, {
    enabled: { from: key.enabled, to: false },
  });
  await batch.commit();
  forget(workspaceId, id);
  return { id };
}
