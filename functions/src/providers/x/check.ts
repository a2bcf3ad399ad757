import * as z from "zod";
import { type Account, type FindingOf, ProviderError } from "../adapter.ts";
import { callAsApp, callX } from "./api.ts";
import type { XCredentials } from "./wire.ts";
import type { words } from "./words.ts";

type Found = FindingOf<keyof typeof words>;

const Me = z.looseObject({ id: z.string(), username: z.string().optional() });

const Webhooks = z.array(z.looseObject({ url: z.string(), valid: z.boolean() }));

/** Asks X who the account is and, when the app's token is known, whether its webhook is in order. */
export async function check(account: Account, credentials: XCredentials): Promise<Found[]> {
  try {
    const me = Me.parse(await callX({ method: "GET", path: "/2/users/me" }, credentials));
    return [identity(account, me), ...(await webhook(account, credentials.bearerToken))];
  } catch (error) {
    return [failure(error)];
  }
}

function failure(error: unknown): Found {
  if (!(error instanceof ProviderError))
    return { level: "error", code: "unexpected", text: "X's answer could not be read." };
  const known = { refused: "credentials", rateLimited: "rateLimited" } as const;
  const code =
    error.kind === "refused" || error.kind === "rateLimited" ? known[error.kind] : "unreachable";
  return { level: "error", code, text: error.message };
}

function identity({ address }: Account, { id, username = id }: z.infer<typeof Me>): Found {
  if (id === address)
    return { level: "ok", code: "credentials", text: `The token is that of @${username}.` };
  const text = `The token is that of @${username}, number ${id}, not ${address}.`;
  return { level: "error", code: "otherAccount", text };
}

async function webhook(account: Account, bearerToken?: string): Promise<Found[]> {
  if (!bearerToken) {
    const text = "Without the app's bearer token X does not tell of its webhooks.";
    return [{ level: "warning", code: "webhookUnknown", text }];
  }
  const all = Webhooks.parse((await callAsApp("/2/webhooks", bearerToken)) ?? []);
  const ours = all.find(({ url }) => url === account.webhook);
  if (ours?.valid) return [{ level: "ok", code: "webhook", text: "X sends events here." }];
  if (ours) {
    const text = "X holds the webhook for invalid: validate it again (PUT /2/webhooks/{id}).";
    return [{ level: "error", code: "webhookInvalid", text }];
  }
  return [{ level: "error", code: "webhookMissing", text: "X has no webhook with this address." }];
}
