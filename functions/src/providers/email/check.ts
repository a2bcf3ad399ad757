import { resolveTxt } from "node:dns/promises";
import { config } from "../../platform/config.ts";
import { type Account, type FindingOf, ProviderError } from "../adapter.ts";
import { explain } from "./errors.ts";
import { usesOauth } from "./oauth.ts";
import { tryServer } from "./smtp.ts";
import { domainOf } from "./thread.ts";
import { type EmailCredentials, type Service, services } from "./wire.ts";
import type { words } from "./words.ts";

type Found = FindingOf<keyof typeof words>;

/** Whether mail can be sent, whether any can come, and whether it will be believed. */
export async function check(
  account: Account,
  credentials: EmailCredentials,
  local = config().FUNCTIONS_EMULATOR,
): Promise<Found[]> {
  const [sending, proofs] = await Promise.all([
    sends(account, credentials, local),
    proven(account),
  ]);
  return [...sending, ...receives(account, credentials), ...proofs];
}

async function sends(
  { address, settings }: Account,
  credentials: EmailCredentials,
  local: boolean,
): Promise<Found[]> {
  try {
    await tryServer({ address, settings, credentials, local });
    return [{ level: "ok", code: "smtpWorks", text: `${settings.smtpHost} accepts our sign-in` }];
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const code = troubleOf(error, settings);
    return [{ level: "error", code, text: `${error.message} (${error.code})` }];
  }
}

function troubleOf({ code }: ProviderError, settings: Account["settings"]) {
  if (code.startsWith("oauth:")) return "oauth";
  if (explain(code).reason !== "credentials") return "smtp";
  return usesOauth({ settings }) ? "smtpToken" : "smtpCredentials";
}

/** What each service has to be told; the secrets themselves are never shown again. */
const ends: Record<Service, (credentials: EmailCredentials) => string | undefined> = {
  sendgrid: ({ sendgridKey, sendgridPath }) =>
    sendgridKey ? "/sendgrid" : sendgridPath && "/sendgrid/<path token>",
  mailgun: ({ mailgunKey }) => mailgunKey && "/mailgun",
  postmark: ({ postmarkBasic }) => postmarkBasic && "/postmark",
};

function receives({ webhook }: Account, credentials: EmailCredentials): Found[] {
  const ready = services.flatMap((service) => {
    const end = ends[service](credentials);
    return end ? [{ service, end }] : [];
  });
  if (ready.length === 0)
    return [
      {
        level: "error",
        code: "noInbound",
        text: "No mail service is set up, so no mail can arrive",
      },
    ];
  return ready.map(({ service, end }) => ({
    level: "ok" as const,
    code: `webhook-${service}`,
    text: addressFor(service, webhook + end),
  }));
}

function addressFor(service: Service, address: string): string {
  return service === "postmark" ? address.replace("://", "://<user>:<password>@") : address;
}

/** Mail of a domain without SPF or DMARC ends as spam. */
async function proven({ address }: Account): Promise<Found[]> {
  const domain = domainOf(address);
  const [own, policy] = await Promise.all([texts(domain), texts(`_dmarc.${domain}`)]);
  if (!own || !policy) return [];
  const findings: Found[] = [];
  if (!own.some((text) => /^v=spf1\b/i.test(text)))
    findings.push({ level: "warning", code: "noSpf", text: `${domain} has no SPF record` });
  if (!policy.some((text) => /^v=DMARC1\b/i.test(text)))
    findings.push({ level: "warning", code: "noDmarc", text: `${domain} has no DMARC record` });
  return findings;
}

/** The TXT records of a name; undefined when nobody can be asked. */
async function texts(name: string): Promise<string[] | undefined> {
  try {
    const records = await resolveTxt(name);
    return records.map((parts) => parts.join(""));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return code === "ENOTFOUND" || code === "ENODATA" ? [] : undefined;
  }
}
