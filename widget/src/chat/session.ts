import type { OpenSession, VisitorSession } from "@hilo/schema";
import { forget, idToken } from "./account.ts";
import { type Customer, customerIn } from "./customer.ts";
import { recall } from "./memory.ts";
import type { Page } from "./page.ts";
import { tell } from "./page-link.ts";
import { paths, place } from "./place.ts";

/** A request that the server answered with an error. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

/** Whose page it is: the same, however often the site vouches for them anew. */
export function personIn(page: Page): string {
  return JSON.stringify(typeof page.identity === "string" ? customerOf(page)?.id : page.identity);
}

export function customerOf({ identity }: Page): Customer | null {
  return customerIn(identity);
}

export function somebodyElse(): Error {
  return new Error("Somebody else has come meanwhile.");
}

/** Opens the visitor's conversation, and sees to it that the account can read it. */
export async function openSession(page: Page): Promise<VisitorSession> {
  const session = await ask(page).catch(async (error: unknown) => {
    if (error instanceof Refused && error.code === "identityExpired") tell({ hilo: "expired" });
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    forget(); // The account's time is over: another begins.
    return ask(page);
  });
  if (session.refresh) await idToken(true);
  return session;
}

async function ask({ origin, language, identity }: Page): Promise<VisitorSession> {
  const { name, email } = recall();
  const body: OpenSession = {
    siteKey: place.siteKey,
    idToken: await idToken(),
    page: origin,
    language,
    visitor: { ...(name ? { name } : {}), ...(email ? { email } : {}) },
    ...(identity ? { identity } : {}),
  };
  const headers = { "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  return answerOf(await fetch(paths.sessions, init));
}

/** The JSON of an answer; throws `Refused`. */
export async function answerOf<T>(answer: Response): Promise<T> {
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, String(json.code ?? ""));
  return json;
}
