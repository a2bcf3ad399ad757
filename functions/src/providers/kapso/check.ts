import * as z from "zod";
import { type Account, type FindingOf, ProviderError } from "../adapter.ts";
import { callProvider, type ProviderAnswer } from "../provider-call.ts";
import { api } from "./base.ts";
import { numberOf } from "./outbound.ts";
import { failureOf } from "./proxy.ts";
import type { KapsoCredentials } from "./wire.ts";
import type { words } from "./words.ts";

type Found = FindingOf<keyof typeof words>;
type Trouble = Exclude<Found, { level: "ok" }>;

const Check = z.looseObject({ passed: z.boolean().optional(), details: z.unknown().optional() });
const Health = z.looseObject({
  status: z.string(),
  checks: z.record(z.string(), Check).catch({}),
});

/**
 * Asks Kapso how the number is.
 * @see https://docs.kapso.ai/api/platform/v1/phone-numbers/check-phone-health
 */
export async function check(account: Account, credentials: KapsoCredentials): Promise<Found[]> {
  try {
    const answer = await callProvider({
      url: `${api.url()}/platform/v1/whatsapp/phone_numbers/${numberOf(account.settings)}/health`,
      headers: { "x-api-key": credentials.apiKey },
    });
    return findings(answer, account);
  } catch (error) {
    const known = error instanceof ProviderError;
    const text = known ? error.message : "Kapso's answer could not be read.";
    return [{ level: "error", code: known ? "unreachable" : "unexpected", text }];
  }
}

function findings(answer: ProviderAnswer, account: Account): Found[] {
  if (answer.status === 404)
    return [error("noAccount", "Kapso knows no number with this phone number id.")];
  if (answer.status >= 400) {
    const { kind, message } = failureOf(answer);
    return [error(kind === "refused" ? "credentials" : "unreachable", message)];
  }
  const health = Health.safeParse(answer.body);
  if (!health.success) return [error("unexpected", "Kapso's answer could not be read.")];
  return [
    { level: "ok", code: "credentials", text: "The API key is good." },
    ...number(health.data, account),
    ...failing(health.data),
  ];
}

/** Whether the number is the one that was entered. */
function number({ checks }: z.infer<typeof Health>, account: Account): Found[] {
  const details = checks.phone_number_access?.details as
    | { display_phone_number?: unknown }
    | undefined;
  const shown = String(details?.display_phone_number ?? "");
  if (!shown || shown.replace(/\D/g, "") === account.address.replace(/\D/g, "")) return [];
  return [error("otherNumber", `The phone number id is that of ${shown}, not ${account.address}.`)];
}

function failing({ status, checks }: z.infer<typeof Health>): Found[] {
  const failed = Object.entries(checks).filter(([, { passed }]) => passed === false);
  const found = failed.map(([name]) => error("health", `Kapso's check failed: ${name}.`));
  if (found.length > 0) return found;
  if (status === "healthy") return [{ level: "ok", code: "number", text: "The number works." }];
  return [{ level: "warning", code: "health", text: `Kapso calls the number ${status}.` }];
}

function error(code: Trouble["code"], text: string): Found {
  return { level: "error", code, text };
}
