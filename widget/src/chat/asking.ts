import type { State } from "./state.ts";

/** How long somebody waits for an answer before they are asked where to send it (ms). */
const patience = 60_000;

/** When a visitor who waits for an answer is asked for an address (ms); undefined when they are not. */
export function askAt({
  asks,
  settings,
  messages,
}: Pick<State, "asks" | "settings" | "messages">): number | undefined {
  const last = messages.at(-1);
  if (!asks || last?.direction !== "inbound") return undefined;
  return settings?.open ? last.providerAt + patience : last.providerAt;
}

/** An address as it can be shown to whoever looks over a shoulder. */
export function masked(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  return `${local.slice(0, 1)}…@${domain}`;
}
