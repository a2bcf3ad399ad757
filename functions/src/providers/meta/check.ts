import type { Account, FindingOf } from "../adapter.ts";
import { ProviderError } from "../adapter.ts";
import { explain } from "../meta-errors.ts";
import { ownId } from "./accounts.ts";
import { PageAccount, PhoneNumber, Subscriptions, Token } from "./check-wire.ts";
import { graph, graphUrl } from "./graph.ts";
import type { MetaCredentials } from "./wire.ts";
import type { words } from "./words.ts";

type Found = FindingOf<keyof typeof words>;
type Trouble = Exclude<Found, { level: "ok" }>;

/** A token that ends sooner than this is worth a warning, in milliseconds. */
const soon = 14 * 24 * 60 * 60 * 1000;

type Ask = (path: string, query?: Record<string, string>) => Promise<unknown>;

/** Asks Meta whether the account answers, the token holds, and the app hears of what happens. */
export async function check(account: Account, credentials: MetaCredentials): Promise<Found[]> {
  const ask: Ask = async (path, query) =>
    (await graph(graphUrl(path, account, credentials, query), credentials)).body;
  const id = ownId(account);
  if (!id) return [error("noAccount", "The account's id at Meta is missing in the settings.")];
  const first = await attempt(() => aboutAccount(account, id, ask));
  if (first.some(({ level }) => level === "error")) return first;
  const rest = await Promise.all([
    attempt(() => aboutToken(account, credentials, ask)),
    attempt(() => aboutWebhooks(account, id, ask)),
  ]);
  return [...first, ...rest.flat()];
}

async function attempt(find: () => Promise<Found[]>): Promise<Found[]> {
  try {
    return await find();
  } catch (thrown) {
    if (thrown instanceof ProviderError) return [error(meaningOf(thrown), thrown.message)];
    return [error("unexpected", "Meta's answer is not what it should be.")];
  }
}

/** What a question that failed means for the connection. */
function meaningOf({ kind, code }: ProviderError): Trouble["code"] {
  const { reason } = explain(code);
  if (/^(33|100)(\/|$)/.test(code)) return "noAccount";
  if (reason === "credentials" || reason === "permission") return reason;
  if (kind === "rateLimited" || kind === "unreachable") return kind;
  return code === "timeout" ? code : "unexpected";
}

function aboutAccount(account: Account, id: string, ask: Ask): Promise<Found[]> {
  return account.platform === "whatsapp"
    ? aboutNumber(account, id, ask)
    : aboutPage(account, id, ask);
}

const numberFields =
  "display_phone_number,verified_name,quality_rating,code_verification_status,status,name_status";

async function aboutNumber({ address }: Account, id: string, ask: Ask): Promise<Found[]> {
  const number = PhoneNumber.parse(await ask(encodeURIComponent(id), { fields: numberFields }));
  const shown = number.display_phone_number ?? "";
  const findings = [ok("account", `${number.verified_name ?? "The number"} (${shown}) answers.`)];
  if (shown && digits(shown) !== digits(address))
    findings.push(error("otherNumber", `The phone number ID is of ${shown}, not of ${address}.`));
  if (number.status && number.status !== "CONNECTED")
    findings.push(warning("status", `Meta says of the number: ${number.status}.`));
  if (number.code_verification_status && number.code_verification_status !== "VERIFIED")
    findings.push(warning("unverified", `The number is ${number.code_verification_status}.`));
  if (number.quality_rating === "RED")
    findings.push(
      warning("quality", "Customers have blocked or reported the number: quality RED."),
    );
  return findings;
}

/** With a page's own token, `me` is the page: a token of another one is told at once. */
async function aboutPage(account: Account, id: string, ask: Ask): Promise<Found[]> {
  const fields = account.platform === "messenger" ? "name" : "username,name";
  const page = PageAccount.parse(await ask(encodeURIComponent(id), { fields }));
  return [ok("account", `${page.username ?? page.name ?? id} answers.`)];
}

const scopes: Partial<Record<Account["platform"], string>> = {
  whatsapp: "whatsapp_business_messaging",
  messenger: "pages_messaging",
};

async function aboutToken(
  { platform, settings }: Account,
  { accessToken }: MetaCredentials,
  ask: Ask,
): Promise<Found[]> {
  // Instagram's own login has no such question.
  if (platform === "instagram" && !settings.pageId) return [];
  const { data } = Token.parse(await ask("debug_token", { input_token: accessToken }));
  if (data.is_valid === false)
    return [error("credentials", `The access token does not hold: ${data.error?.message ?? ""}`)];
  const scope = scopes[platform];
  const missing = scope && data.scopes && !data.scopes.includes(scope);
  return [
    ...expiry(data.expires_at),
    ...(missing ? [error("permission", `The access token lacks the permission ${scope}.`)] : []),
    ...otherApp(settings.appId, data.app_id),
  ];
}

function otherApp(configured: string | undefined, actual: string | undefined): Found[] {
  if (!configured || !actual || configured === actual) return [];
  return [warning("otherApp", `The token is of the app ${actual}, and the settings name another.`)];
}

/** Seconds since the epoch; 0 means that the token never ends. */
function expiry(seconds = 0): Found[] {
  const at = seconds * 1000;
  if (at === 0) return [ok("token", "The access token does not expire.")];
  const day = new Date(at).toISOString().slice(0, 10);
  if (at < Date.now()) return [error("credentials", `The access token expired on ${day}.`)];
  if (at < Date.now() + soon)
    return [warning("tokenEnding", `The access token expires on ${day}: make a new one.`)];
  return [ok("token", `The access token holds until ${day}.`)];
}

/** Without a subscription nothing is ever told to the webhook, however right its address is. */
async function aboutWebhooks(
  { platform, settings }: Account,
  id: string,
  ask: Ask,
): Promise<Found[]> {
  const subscriber = platform === "whatsapp" ? settings.accountId : settings.pageId || id;
  if (!subscriber) return [];
  const { data } = Subscriptions.parse(
    await ask(`${encodeURIComponent(subscriber)}/subscribed_apps`),
  );
  if (data.length === 0)
    return [error("notSubscribed", "The app is not subscribed to the account's webhooks.")];
  const named = data.flatMap((app) => app.subscribed_fields ?? []);
  if (platform === "whatsapp" || named.length === 0 || named.includes("messages"))
    return [ok("webhooks", "The app is subscribed to the account's webhooks.")];
  return [error("notSubscribed", `The app hears of ${named.join(", ")}, not of messages.`)];
}

function digits(phone: string): string {
  return phone.replace(/\D/g, "");
}

function ok(code: Exclude<Found, Trouble>["code"], text: string): Found {
  return { level: "ok", code, text };
}

function warning(code: Trouble["code"], text: string): Found {
  return { level: "warning", code, text };
}

function error(code: Trouble["code"], text: string): Found {
  return { level: "error", code, text };
}
