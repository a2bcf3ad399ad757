import { type App, applicationDefault, getApps, initializeApp } from "firebase-admin/app";

/** The Firebase app of this process: the default one, since firebase-functions may have made one of its own. */
export function app(): App {
  return getApps().find(({ name }) => name === "[DEFAULT]") ?? initializeApp();
}

/** The project this runs in. */
export function projectId(): string {
  const known = process.env.GCLOUD_PROJECT ?? process.env.GOOGLE_CLOUD_PROJECT;
  if (!known) throw new Error("GCLOUD_PROJECT names no project.");
  return known;
}

/** By which this deployment calls Firebase Authentication where the Admin SDK has no word for it; never logged. */
export async function accountsToken(): Promise<string> {
  if (process.env.FIREBASE_AUTH_EMULATOR_HOST) return "owner";
  const credential = app().options.credential ?? applicationDefault();
  return (await credential.getAccessToken()).access_token;
}
