import { dialled, type Sender } from "@hilo/schema";
import { ProviderError } from "./adapter.ts";

/** Whether an address is a business-scoped user id: a country and an id, of a parent account with `ENT` between. */
export function isUserId(address: string): boolean {
  return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(address);
}

/** Whom a phone number names, however it is grouped. */
export function phoneAt(text: string): Sender {
  const phone = dialled(plain(text));
  if (/^\+[1-9]\d{6,14}$/.test(phone)) return { address: phone, phone };
  throw noAddress("a phone number with its country code, such as +56912345678");
}

/** Whom an address on WhatsApp names: a phone number, or a user id. */
export function whatsappAt(text: string): Sender {
  const userId = plain(text);
  return isUserId(userId) ? { address: userId, userId } : phoneAt(text);
}

/** What is told of a text that is no address on a channel. */
export function noAddress(wanted: string): ProviderError {
  return new ProviderError("refused", "badAddress", `The address must be ${wanted}.`);
}

function plain(text: string): string {
  return text.replace(/^[a-z]+:/, "").replace(/[\s()-]/g, "");
}
