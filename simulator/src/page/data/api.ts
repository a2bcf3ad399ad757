import type { SignInMail } from "../../control/sign-in-mails.ts";
import type { DemoChannel } from "../../phones/demo-channels.ts";
import type { InboundRequest } from "../../phones/inbound.ts";
import type { Person } from "../../phones/person.ts";
import type { Thread } from "../../phones/thread.ts";
import type { FailureCode } from "../../providers/provider.ts";
import type { Behaviour, BehaviourChange, BehaviourState } from "../../wire/behaviour.ts";
import type { Exchange } from "../../wire/exchange.ts";

export type Snapshot = {
  target: string;
  people: Person[];
  threads: Thread[];
  behaviour: BehaviourState;
  exchanges: Exchange[];
  failures: (FailureCode & { provider: string })[];
};

async function ask(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(`/control/${path}`, init);
  if (response.ok) return response;
  const { message } = await response.json();
  throw new Error(message);
}

function post(path: string, body: unknown): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** The simulator's control addresses, as the page uses them. Each throws an Error with the simulator's sentence. */
export const api = {
  snapshot: async (): Promise<Snapshot> => (await ask("threads", { method: "GET" })).json(),
  signInMails: async (): Promise<SignInMail[]> =>
    (await ask("sign-in-mails", { method: "GET" })).json(),
  write: (provider: string, message: InboundRequest) => post(`${provider}/inbound`, message),
  meet: ({ platform, provider }: DemoChannel, from: InboundRequest["from"]) =>
    post("people", [{ channel: platform, provider, from }]),
  behave: (change: BehaviourChange) => post("behaviour", change),
  seen: (threadId: string) => post(`threads/${encodeURIComponent(threadId)}/seen`, {}),
  refuse: (ms: number) => post("refuse", { ms }),
  /** Everybody is treated as usual again. */
  usual: () => post("usual", {}),
  reset: () => post("reset", {}),
  /** Takes back what is set for the next message, and sets something else. */
  async behaveNext(behaviour: Behaviour): Promise<void> {
    await post("behaviour", { scope: "next", behaviour: {} });
    if (Object.keys(behaviour).length > 0) await post("behaviour", { scope: "next", behaviour });
  },
  async upload(file: File): Promise<string> {
    const headers = { "Content-Type": file.type || "application/octet-stream" };
    const path = `files?name=${encodeURIComponent(file.name)}`;
    const response = await ask(path, { method: "POST", headers, body: file });
    return (await response.json()).id;
  },
};
