import { UserId } from "../../phones/person.ts";
import type { Platform } from "../../phones/platform.ts";

const phone = /^\+[1-9]\d{6,14}$/;
const prefix = "whatsapp:";

/** An address in Twilio's form, taken apart. */
export type Address = { platform: "whatsapp" | "sms"; address: string };

/** Takes `+56…` or `whatsapp:+56…` (or a WhatsApp user id) apart. */
export function takeApart(text: string): Address {
  if (!text.startsWith(prefix)) return { platform: "sms", address: text };
  return { platform: "whatsapp", address: text.slice(prefix.length) };
}

export function putTogether({
  platform,
  address,
}: {
  platform: Platform;
  address: string;
}): string {
  return platform === "whatsapp" ? `${prefix}${address}` : address;
}

/** Whether anything could be sent there. */
export function isValid({ platform, address }: Address): boolean {
  if (phone.test(address)) return true;
  return platform === "whatsapp" && UserId.safeParse(address).success;
}
