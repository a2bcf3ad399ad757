import { createApi } from "../../functions/src/api.ts";
import { type Listening, listen } from "../support/listen.ts";
import { makeMember, signIn } from "../support/people.ts";

export type Json = Record<string, unknown>;
export type Answer = { status: number; json: Json };

/** The API, and who calls it: an administrator of the workspace of the moment, when nobody else is named. */
export type Administration = {
  ask(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
  /** Whoever calls from now on is a new administrator of this workspace. */
  enter(workspaceId: string): Promise<void>;
  stop(): Promise<void>;
};

export async function startAdministration(): Promise<Administration> {
  const api: Listening = await listen(createApi());
  let admin = "";
  return {
    async ask(method, path, body, token = admin) {
      const headers: Record<string, string> = { authorization: `Bearer ${token}` };
      if (body !== undefined) headers["content-type"] = "application/json";
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(`${api.url}/api/v1${path}`, { method, headers, ...sent });
      return { status: answer.status, json: (await answer.json()) as Json };
    },
    async enter(workspaceId) {
      admin = await signIn(await makeMember(workspaceId, "admin"));
    },
    stop: async () => {
      await api.close();
    },
  };
}
