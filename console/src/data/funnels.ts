import type { FunnelView, Stage } from "@hilo/schema";
import { type Source, source } from "../ui/source.ts";
import { call } from "./api.ts";
import { isSignedIn } from "./session.ts";
import { whenSignedOut } from "./signed-out.ts";
import { whileVisible } from "./visibility.ts";

/** How often funnels are asked for anew while somebody looks: they change seldom. */
const every = 5 * 60_000;

type Funnels = readonly FunnelView[] | "loading" | "failed";

const kept = source<Funnels>("loading", () => whileVisible(follow));
whenSignedOut(() => kept.set("loading"));

/** The funnels of the workspace in the order of their boards, asked for while somebody looks at them. */
export const funnels: Source<Funnels> = kept;

/** Asks for them again; who has just signed out asks no more. */
export async function loadFunnels(): Promise<void> {
  if (!isSignedIn()) return;
  try {
    const { items } = await call("listFunnels");
    kept.set(items);
  } catch {
    // What was known of them holds on.
    if (typeof kept.value === "string") kept.set("failed");
  }
}

function follow(): () => void {
  void loadFunnels();
  const timer = setInterval(() => void loadFunnels(), every);
  return () => clearInterval(timer);
}

type Host = { requestUpdate(): void };

/** Who is drawn again once the funnels are known, which the first of them has loaded. */
const awaiting = new Set<Host>();
whenSignedOut(() => awaiting.clear());

function awaitThem(host: Host): void {
  // Without a session there is nothing to await: whoever were told so would only ask again.
  if (kept.value !== "loading" || !isSignedIn()) return;
  const isFirst = awaiting.size === 0;
  awaiting.add(host);
  if (isFirst) void loadFunnels().then(tellAwaiting);
}

function tellAwaiting(): void {
  const hosts = [...awaiting];
  awaiting.clear();
  for (const host of hosts) host.requestUpdate();
}

/** The stage of a column, such as `sales/debate`; `host` is drawn again once the funnels are known. */
export function stageOf(column: string, host: Host): Stage | undefined {
  awaitThem(host);
  return stageAmong(kept.value, column);
}

/** The same among funnels that are known. */
export function stageAmong(known: Funnels, column: string): Stage | undefined {
  if (typeof known === "string") return undefined;
  const [funnelId, stageId] = column.split("/");
  return known.find(({ id }) => id === funnelId)?.stages.find(({ id }) => id === stageId);
}

/** What a stage is called with its funnel: Ventas · Negociación. */
export function placeName(column: string, host: Host): string | undefined {
  const stage = stageOf(column, host);
  if (!stage || typeof kept.value === "string") return undefined;
  const funnel = kept.value.find(({ id }) => id === column.split("/")[0]);
  return `${funnel?.name} · ${stage.name}`;
}
