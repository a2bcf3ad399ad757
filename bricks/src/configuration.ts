/** Where Firebase is, as this installation's hosting tells. */
export type Configuration = {
  firebase: { apiKey: string; projectId: string; authDomain: string };
  emulators: { auth: string; firestore: string } | null;
  workspaceHint?: string;
  simulator?: string;
};

let loading: Promise<Configuration> | undefined;

/** Loaded once; a load that failed is tried again. */
export function configuration(): Promise<Configuration> {
  loading ??= load().catch((cause: unknown) => {
    loading = undefined;
    throw cause;
  });
  return loading;
}

/**
 * Firebase Hosting knows its project (https://firebase.google.com/docs/hosting/reserved-urls); any other server, and
 * whoever runs emulators, says it in a file. Projects called demo-… are on emulators only.
 */
async function load(): Promise<Configuration> {
  const firebase = await hosted();
  if (firebase && !firebase.projectId.startsWith("demo-")) return { firebase, emulators: null };
  const answer = await fetch("/config.json", { cache: "no-cache" });
  if (!answer.ok) throw new Error(`/config.json answered ${answer.status}`);
  return answer.json();
}

async function hosted(): Promise<Configuration["firebase"] | undefined> {
  const answer = await fetch("/__/firebase/init.json", { cache: "no-cache" });
  const isJson = answer.headers.get("content-type")?.startsWith("application/json");
  return answer.ok && isJson ? answer.json() : undefined;
}
