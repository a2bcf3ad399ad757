import type { Auth } from "firebase-admin/auth";
import { app } from "./app.ts";

export type { DecodedIdToken, UserRecord } from "firebase-admin/auth";

let auth: Promise<Auth> | undefined;

/** Firebase Authentication; loaded when first asked for, since webhooks never do. */
export function accounts(): Promise<Auth> {
  auth ??= load();
  return auth;
}

async function load(): Promise<Auth> {
  const { getAuth } = await import("firebase-admin/auth");
  return getAuth(app());
}
