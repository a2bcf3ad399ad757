import type { Attending, Availability } from "@hilo/schema";
import { apiBase, routes } from "@hilo/schema/routes";
import { authorized, call } from "./api.ts";
import { me } from "./members.ts";
import { session } from "./session.ts";

/** How often it is looked whether it is time to say it again: as often as a hidden tab's timers run at least. */
const lookMs = 60_000;
/** How old it may be then, in milliseconds, so that it is said every four minutes; the server believes it for five. */
const staleMs = 3.5 * 60_000;

/** Tells this tab from the member's others, also from what it was before a reload. */
const tabId = crypto.randomUUID();

let saidAt = 0;
/** With what a page that closes can still speak: it has no time to ask for it. */
let headers: Record<string, string> | undefined;

/** What colleagues see of this member. */
export function ownAvailability(): Availability {
  return me()?.state ?? "offline";
}

/** From now on this member chooses to be so, on every device. Throws `ApiProblem`. */
export async function attendAs(state: Attending): Promise<void> {
  await say(state);
}

/** Says that this member is here for as long as the console is open, seen or not. Returns how to end it. */
export function attend(): () => void {
  const look = () => {
    if (Date.now() - saidAt >= staleMs) void say().catch(() => undefined);
  };
  const timer = setInterval(look, lookMs);
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener("pagehide", goodbye, { signal });
  window.addEventListener("pageshow", look, { signal });
  window.addEventListener("online", look, { signal });
  document.addEventListener("visibilitychange", look, { signal });
  look();
  return () => {
    clearInterval(timer);
    listening.abort();
    goodbye();
  };
}

async function say(state?: Attending): Promise<void> {
  saidAt = Date.now();
  try {
    headers = { ...(await authorized()), "Content-Type": "application/json" };
    await call("sayHere", { body: { tabId, ...(state ? { state } : {}) } });
  } catch (error) {
    saidAt = 0;
    throw error;
  }
}

/** A courtesy: what is not heard ends by itself. A session that was ended has nothing more to say. */
function goodbye(): void {
  const now = session.value;
  const isOver = now === "loading" || ("why" in now && now.why !== "left");
  const { method, path } = routes.sayHere;
  const body = JSON.stringify({ tabId, leaving: true });
  if (headers && !isOver)
    fetch(apiBase + path, { method, headers, body, keepalive: true }).catch(() => undefined);
  headers = undefined;
  saidAt = 0;
}
