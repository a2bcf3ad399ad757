import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { hash } from "../../functions/src/platform/crypto.ts";
import type { DemoMember } from "./demo-members.ts";
import { house } from "./house.ts";

/** What a browser keeps of somebody who has signed in. */
export type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

const sessions = new Map<string, Promise<Session>>();

/**
 * A member's session in the house of this run, begun by whoever needs it first. The processes of one run share it by
 * a file in HILO_RUN_FOLDER; without that folder each process begins its own.
 */
export function sessionOf(member: DemoMember, begin: () => Promise<Session>): Promise<Session> {
  const key = hash(house.baseUrl, member);
  const known = sessions.get(key);
  if (known) return known;
  const session = shared(key, begin);
  session.catch(() => sessions.delete(key)); // Who comes next tries again.
  sessions.set(key, session);
  return session;
}

async function shared(key: string, begin: () => Promise<Session>): Promise<Session> {
  const folder = process.env.HILO_RUN_FOLDER;
  if (!folder) return begin();
  const path = join(folder, "sessions", `${key}.json`);
  const kept = keptAt(path);
  if (kept) return kept;
  const session = await begin();
  keep(path, session);
  return session;
}

function keptAt(path: string): Session | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Whoever reads finds the whole file or none, and two who write at once do not meet: the last one's stays. */
function keep(path: string, session: Session): void {
  const own = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(own, JSON.stringify(session), { mode: 0o600 });
  renameSync(own, path);
}
