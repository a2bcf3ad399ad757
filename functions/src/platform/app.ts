import { type App, getApps, initializeApp } from "firebase-admin/app";

/** The Firebase app of this process: the default one, since firebase-functions may have made one of its own. */
export function app(): App {
  return getApps().find(({ name }) => name === "[DEFAULT]") ?? initializeApp();
}
