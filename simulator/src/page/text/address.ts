import { addressOf } from "../../phones/addresses.ts";
import type { Person } from "../../phones/person.ts";
import type { Platform } from "../../phones/platform.ts";
import { formatPhone } from "./formats.ts";
import { texts } from "./texts.ts";

/** By what a customer is known on a platform; an id that only programs read says nothing. */
export function knownBy(person: Person, platform: Platform): string {
  const address = addressOf(person, platform) ?? "";
  if (platform === "webchat")
    return person.customerId ? texts.visit.signedIn : texts.visit.anonymous;
  if (address.startsWith("+")) return formatPhone(address);
  if (address.startsWith("-")) return texts.group;
  if (address.includes("@")) return address;
  return person.username ?? (platform === "whatsapp" ? texts.hiddenPhone : "");
}
