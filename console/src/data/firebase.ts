import { type FirebaseApp, initializeApp } from "firebase/app";
import {
  type Auth,
  browserLocalPersistence,
  connectAuthEmulator,
  initializeAuth,
} from "firebase/auth";

/** What `/config.json` says about this installation. */
export type Configuration = {
  firebase: { apiKey: string; projectId: string; authDomain: string };
  emulators: { auth: string; firestore: string } | null;
  workspaceHint?: string;
  simulator?: string;
};

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
  const answer = await fetch("/config.json", { cache: "no-cache" });
  if (!answer.ok) throw new Error(`/config.json answered ${answer.status}`);
  const configuration: Configuration = await answer.json();
  const app = initializeApp(configuration.firebase);
  const auth = initializeAuth(app, { persistence: browserLocalPersistence });
  if (configuration.emulators) {
    connectAuthEmulator(auth, configuration.emulators.auth, { disableWarnings: true });
  }
  known = { configuration, app, auth };
  return known;
}
