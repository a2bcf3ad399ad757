import { initializeApp } from "firebase/app";
import { connectAuthEmulator, initializeAuth, signInWithEmailAndPassword } from "firebase/auth";
import {
  collection,
  connectFirestoreEmulator,
  getFirestore,
  limit,
  onSnapshot,
  orderBy,
  query,
} from "firebase/firestore";

// A page that does nothing but listen to a list: what Firestore, its client and the browser take by themselves.

type Settings = {
  projectId: string;
  auth: string;
  firestore: string;
  email: string;
  password: string;
};

declare global {
  interface Window {
    listen(settings: Settings): Promise<void>;
    /** Resolves once the list holds a conversation whose preview is this. */
    shows(text: string): Promise<void>;
  }
}

const texts = new Set<string>();
const waiting = new Map<string, () => void>();

window.listen = async ({ projectId, auth: at, firestore, email, password }) => {
  const app = initializeApp({ projectId, apiKey: "none" });
  const auth = initializeAuth(app);
  connectAuthEmulator(auth, `http://${at}`, { disableWarnings: true });
  await signInWithEmailAndPassword(auth, email, password);
  const db = getFirestore(app);
  const [host = "", port] = firestore.split(":");
  connectFirestoreEmulator(db, host, Number(port));
  const all = collection(db, "workspaces/demo/conversations");
  const list = query(all, orderBy("lastMessageAt", "desc"), limit(30));
  await new Promise<void>((ready, failed) => {
    onSnapshot(
      list,
      ({ docs }) => {
        for (const doc of docs) {
          const text = String(doc.get("preview.text"));
          texts.add(text);
          waiting.get(text)?.();
        }
        ready();
      },
      failed,
    );
  });
};

window.shows = (text) =>
  new Promise((shown) => {
    if (texts.has(text)) shown();
    else waiting.set(text, shown);
  });
