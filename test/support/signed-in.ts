import type { Viewer } from "@hilo/schema";
import { session } from "../../console/src/data/session.ts";

/** How much somebody sees, and of which teams. */
export type Sees = Pick<Viewer, "see" | "teams">;

/** Lets the console take somebody for signed in, who sees all where nothing else is said. */
export function signInAs(uid: string, sees: Sees = { see: "all", teams: [] }): void {
  const own = session as unknown as { set(value: unknown): void };
  const email = `${uid}@hilo.test`;
  own.set({ uid, email, role: "agent", workspaceId: "demo", endsAt: Infinity, ...sees });
}
