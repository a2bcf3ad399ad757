import { isLoopback } from "../../wire/loopback.ts";
import { account } from "./account.ts";
import { type Address, isValid, takeApart } from "./address.ts";
import type { Shown } from "./content-send.ts";
import type { SendForm } from "./description.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** A send that may go on. */
export type Send = SendForm & {
  to: Address;
  from: Address;
  text: string;
  media: string[];
  byService: boolean;
  /** What its ContentSid stands for. */
  shown?: Shown;
};

const bodyLimit = 1600;
const mediaLimit = { whatsapp: 1, sms: 10 };

/** Twilio's rules beyond the types of the parameters, in the order in which it applies them. */
export function check(form: SendForm, target: string): Send | Refusal {
  const send = read(form);
  return (
    checkTo(form, send) ??
    checkFrom(form, send) ??
    checkContent(form, send) ??
    checkCallback(form.StatusCallback, target) ??
    send
  );
}

function read(form: SendForm): Send {
  const to = takeApart(form.To ?? "");
  const byService = form.From === undefined && form.MessagingServiceSid === account.serviceSid;
  const from = byService
    ? { platform: to.platform, address: account.number }
    : takeApart(form.From ?? "");
  return { ...form, to, from, byService, text: form.Body ?? "", media: form.MediaUrl ?? [] };
}

function checkTo(form: SendForm, { to }: Send): Refusal | undefined {
  if (!form.To) return refusal(21604);
  if (!isValid(to)) return refusal(21211, `Invalid 'To' Phone Number: ${form.To}`);
  return undefined;
}

function checkFrom(form: SendForm, { from, to, byService }: Send): Refusal | undefined {
  if (byService) return undefined;
  if (!form.From && form.MessagingServiceSid) return refusal(21701);
  if (!form.From) return refusal(21603);
  if (from.platform === "sms" && !isValid(from)) return refusal(21212);
  if (from.address !== account.number) {
    return from.platform === "whatsapp" ? refusal(63007) : refusal(21606);
  }
  if (from.platform !== to.platform) return refusal(21910);
  if (from.address === to.address) return refusal(from.platform === "whatsapp" ? 63031 : 21266);
  return undefined;
}

function checkContent(form: SendForm, { text, media, to }: Send): Refusal | undefined {
  if (text === "" && media.length === 0 && !form.ContentSid) return refusal(21602);
  if ([...text].length > bodyLimit) return refusal(21617);
  if (media.length > mediaLimit[to.platform]) return refusal(21623);
  if (media.some((url) => !/^https?:\/\//.test(url))) return refusal(21620);
  if (form.ContentVariables !== undefined && !isObject(form.ContentVariables))
    return refusal(21656);
  const validity = form.ValidityPeriod ?? 1;
  if (validity < 1 || validity > 36_000) return refusal(20422, "Invalid ValidityPeriod");
  return undefined;
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The simulator calls this machine and the house it was told of, nobody else. */
function checkCallback(url: string | undefined, target: string): Refusal | undefined {
  if (url === undefined) return undefined;
  if (!/^https?:\/\//.test(url)) return refusal(21609);
  const { hostname, host } = new URL(url);
  if (isLoopback(hostname) || host === new URL(target).host) return undefined;
  return refusal(21609, "The simulator reports to this machine only");
}
