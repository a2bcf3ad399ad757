import { randomBytes } from "node:crypto";
import type { ApiKey } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db } from "../platform/firestore.ts";
import { forget, keyIdOf } from "../platform/sessions.ts";
import { apiKeyAt, findApiKey } from "./store.ts";

/** Makes an API key; the answer is the only place it is ever written. */
export async function addApiKey(doer: Doer, name: string): Promise<{ id: string; key: string }> {
  const { workspaceId } = doer;
  const key = `hilo_${workspaceId}_${randomBytes(24).toString("base64url")}`;
  const id = keyIdOf(key);
  const batch = db().batch();
  batch.create(apiKeyAt(workspaceId, id), {
    name,
    enabled: true,
    createdBy: doer.id,
    createdAt: new Date(now()),
  } satisfies ApiKey);
  audit(batch, doer, "users.addApiKey", `apiKeys/${id}`, { name: { to: name } });
  await batch.commit();
  forget(workspaceId, id);
  return { id, key };
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
