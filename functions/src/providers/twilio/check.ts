import * as z from "zod";
import { type Account, type FindingOf, ProviderError } from "../adapter.ts";
import { callProvider } from "../provider-call.ts";
import { api, messagingUrl } from "./base.ts";
import type { TwilioCredentials } from "./wire.ts";
import type { words } from "./words.ts";

type Found = FindingOf<keyof typeof words>;
type Trouble = Exclude<Found, { level: "ok" }>;

const AccountAnswer = z.object({ status: z.string(), type: z.string().nullish() });

const OwnedNumber = z.object({
  sms_url: z.string().nullish(),
  voice_url: z.string().nullish(),
  status_callback: z.string().nullish(),
  capabilities: z.record(z.string(), z.boolean().nullish()).nullish(),
});
const OwnedNumbers = z.object({ incoming_phone_numbers: z.array(OwnedNumber) });

const OwnedSender = z.object({
  sender_id: z.string(),
  status: z.string(),
  webhook: z.object({ callback_url: z.string().nullish() }).nullish(),
});
const OwnedSenders = z.object({ senders: z.array(OwnedSender) });

/** Asks Twilio for the account and for the number on it; the first error ends the questions. */
export async function check(account: Account, credentials: TwilioCredentials): Promise<Found[]> {
  const found: Found[] = [];
  try {
    for (const ask of [aboutAccount, aboutKey, aboutNumber]) {
      found.push(...(await ask(account, credentials)));
      if (found.some(({ level }) => level === "error")) break;
    }
    return found;
  } catch (thrown) {
    return [...found, unanswered(thrown)];
  }
}

/** The Auth Token is what Twilio signs with: it has to be right, whatever sends. */
async function aboutAccount(_: Account, credentials: TwilioCredentials): Promise<Found[]> {
  const { accountSid, authToken } = credentials;
  const { status, body } = await ask(`${apiOf(accountSid)}.json`, accountSid, authToken);
  const refused = refusal(status, "credentials");
  if (refused) return [refused];
  const told = AccountAnswer.parse(body);
  if (told.status !== "active")
    return [error("suspended", `Twilio says that the account is ${told.status}`)];
  const active: Found = { level: "ok", code: "account", text: "The account is active" };
  if (told.type !== "Trial") return [active];
  const trial = "A trial account reaches verified numbers only";
  return [active, { level: "warning", code: "trial", text: trial }];
}

async function aboutKey(_: Account, credentials: TwilioCredentials): Promise<Found[]> {
  const { accountSid, apiKeySid, apiKeySecret = "" } = credentials;
  if (!apiKeySid) return [];
  const url = `${apiOf(accountSid)}/Messages.json?PageSize=1`;
  const { status } = await ask(url, apiKeySid, apiKeySecret);
  const refused = refusal(status, "apiKey");
  return [refused ?? { level: "ok", code: "apiKeyWorks", text: "The API key works" }];
}

function aboutNumber(account: Account, credentials: TwilioCredentials): Promise<Found[]> {
  return account.platform === "whatsapp"
    ? aboutSender(account, credentials)
    : aboutPhone(account, credentials);
}

/** @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
async function aboutPhone(account: Account, credentials: TwilioCredentials): Promise<Found[]> {
  const { accountSid, authToken } = credentials;
  const number = encodeURIComponent(account.address);
  const url = `${apiOf(accountSid)}/IncomingPhoneNumbers.json?PhoneNumber=${number}`;
  const { status, body } = await ask(url, accountSid, authToken);
  const refused = refusal(status, "credentials");
  if (refused) return [refused];
  const [owned] = OwnedNumbers.parse(body).incoming_phone_numbers;
  if (!owned) return [error("numberNotOwned", `${account.address} is not in this account`)];
  if (owned.capabilities?.[account.platform] === false)
    return [error("numberCannot", `${account.address} cannot do ${account.platform}`)];
  const calls = owned.status_callback || owned.voice_url;
  const entered = account.platform === "voice" ? calls : owned.sms_url;
  return [ownedFinding, ...aboutWebhook(account, entered)];
}

/** @see https://www.twilio.com/docs/whatsapp/api/senders */
async function aboutSender(account: Account, credentials: TwilioCredentials): Promise<Found[]> {
  const { accountSid, authToken } = credentials;
  const url = `${messagingUrl()}/v2/Channels/Senders?Channel=whatsapp&PageSize=1000`;
  const { status, body } = await ask(url, accountSid, authToken);
  const refused = refusal(status, "credentials");
  if (refused) return [refused];
  const { senders } = OwnedSenders.parse(body);
  const owned = senders.find(({ sender_id }) => sender_id === `whatsapp:${account.address}`);
  if (!owned)
    return [error("numberNotOwned", `${account.address} is not a WhatsApp sender of this account`)];
  if (!owned.status.startsWith("ONLINE"))
    return [error("senderOffline", `Twilio says that the sender is ${owned.status}`)];
  return [ownedFinding, ...aboutWebhook(account, owned.webhook?.callback_url)];
}

const ownedFinding: Found = {
  level: "ok",
  code: "number",
  text: "The number belongs to the account",
};

/** A Messaging Service has an address of its own, which the number's does not tell. */
function aboutWebhook(account: Account, entered: string | null | undefined): Found[] {
  if (account.settings.messagingServiceSid) return [];
  if (!entered)
    return [{ level: "warning", code: "noWebhook", text: "No webhook address is entered" }];
  const [address] = entered.split("#");
  if (address === account.webhook)
    return [{ level: "ok", code: "webhook", text: "The webhook address is entered" }];
  return [{ level: "warning", code: "webhookElsewhere", text: `Twilio calls ${address}` }];
}

function ask(url: string, user: string, password: string) {
  const basic = Buffer.from(`${user}:${password}`).toString("base64");
  return callProvider({ url, headers: { authorization: `Basic ${basic}` } });
}

function apiOf(accountSid: string): string {
  return `${api.url()}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}`;
}

function refusal(status: number, code: "credentials" | "apiKey"): Found | undefined {
  if (status < 300) return undefined;
  if (status === 401 || status === 403 || status === 404)
    return error(code, `Twilio refused with HTTP ${status}`);
  if (status === 429) return error("rateLimited", "Twilio asks to try again later");
  return error("unexpected", `Twilio answered with HTTP ${status}`);
}

function unanswered(thrown: unknown): Found {
  if (thrown instanceof ProviderError) return error("unreachable", "Twilio could not be reached");
  return error("unexpected", "Twilio's answer is not what it should be");
}

function error(code: Trouble["code"], text: string): Found {
  return { level: "error", code, text };
}
