import { type Configuration, configuration } from "@hilo/bricks/configuration";
import { type FirebaseApp, initializeApp } from "firebase/app";
import {
  type Auth,
  browserLocalPersistence,
  connectAuthEmulator,
  initializeAuth,
} from "firebase/auth";

export type Connected = { configuration: Configuration; app: FirebaseApp; auth: Auth };

let connecting: Promise<Connected> | undefined;
let known: Connected | undefined;

/** Loads the configuration and gets Firebase's app and authentication ready, once. */
export function connect(): Promise<Connected> {
  connecting ??= start().catch((cause: unknown) => {
    connecting = undefined;
    throw cause;
  });
  return connecting;
}

/** The same, for what only runs once somebody has signed in. */
export function connected(): Connected {
  if (!known) throw new Error("Firebase is used before it is connected.");
  return known;
}

async function start(): Promise<Connected> {
  const found = await configuration();
  const app = initializeApp(found.firebase);
  const auth = initializeAuth(app, { persistence: browserLocalPersistence });
  if (found.emulators) {
    connectAuthEmulator(auth, found.emulators.auth, { disableWarnings: true });
  }
  known = { configuration: found, app, auth };
  return known;
}
