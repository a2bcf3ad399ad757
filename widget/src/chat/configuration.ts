/** What `/config.json` says about this installation. */
export type Configuration = {
  firebase: { apiKey: string; projectId: string; authDomain: string };
  emulators: { auth: string; firestore: string } | null;
};

let loading: Promise<Configuration> | undefined;

export function configuration(): Promise<Configuration> {
  loading ??= load().catch((cause: unknown) => {
    loading = undefined;
    throw cause;
  });
  return loading;
}

async function load(): Promise<Configuration> {
  const answer = await fetch("/config.json", { cache: "no-cache" });
  if (!answer.ok) throw new Error(`/config.json answered ${answer.status}`);
  return answer.json();
}
