import { setMaxListeners } from "node:events";
import { registerHooks } from "node:module";

// A page that somebody looks at, as far as the console's data needs one, and Firestore with its bill.

const counted = new URL("./counted-firestore.ts", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) => {
    const isConsole = context.parentURL?.includes("/console/src/");
    return specifier === "firebase/firestore" && isConsole
      ? next(counted, context)
      : next(specifier, context);
  },
});

const place = new EventTarget();
const page = new EventTarget();
// Each source that is listened to while somebody looks listens to that itself.
setMaxListeners(0, page);

function listening(target: EventTarget) {
  return {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  };
}

/** What the API answers a call of the console; nothing where it is not there. */
export type Api = (path: string, body: unknown) => Promise<object | undefined>;

/** Lets the console find Firebase's emulators, a network that is there, and an API. */
export function openPage(api: Api): void {
  const configuration = {
    firebase: { apiKey: "bench", projectId: process.env.GCLOUD_PROJECT, authDomain: "localhost" },
    emulators: {
      auth: `http://${process.env.FIREBASE_AUTH_EMULATOR_HOST}`,
      firestore: process.env.FIRESTORE_EMULATOR_HOST,
    },
  };
  const fetchReally = globalThis.fetch;
  const globals = {
    document: { ...listening(page), hidden: false },
    window: listening(place),
    navigator: { onLine: true, userAgent: "bench" },
    fetch: async (input: string | URL | Request, init?: RequestInit) => {
      if (input === "/config.json") return Response.json(configuration);
      const isApi = typeof input === "string" && input.startsWith("/");
      if (!isApi) return fetchReally(input, init);
      const answer = await api(input, JSON.parse(String(init?.body ?? "null")));
      return answer ? Response.json(answer) : new Response("{}", { status: 503 });
    },
  };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
