import { cut, type Sender } from "@hilo/schema";
import { isUserId } from "../addresses.ts";
import type { TwilioForm } from "./wire.ts";

/** How long a contact's name may be. */
const longestName = 200;

/**
 * Who wrote. Since April 2026 WhatsApp tells a business-scoped user id (ExternalUserId), and a person with
 * a user name may write without a phone: then From itself carries that id.
 */
export function senderOf(form: TwilioForm): Sender {
  const address = withoutPrefix(form.From ?? "");
  const phone = phoneOf(form, address);
  const userId = form.ExternalUserId || (isUserId(address) ? address : "");
  return {
    address,
    ...(phone ? { phone } : {}),
    ...(userId ? { userId } : {}),
    ...(form.ProfileName ? { name: cut(form.ProfileName, longestName) } : {}),
    ...(form.ProfileUsername ? { username: cut(form.ProfileUsername, longestName) } : {}),
    ...(form.FromCountry?.length === 2 ? { country: form.FromCountry.toUpperCase() } : {}),
  };
}

/** `whatsapp:+56912345678` → `+56912345678`. */
export function withoutPrefix(address: string): string {
  return address.replace(/^[a-z]+:/, "");
}

function phoneOf(form: TwilioForm, address: string): string | undefined {
  if (/^\+\d{3,15}$/.test(address)) return address;
  return form.WaId && /^\d{5,15}$/.test(form.WaId) ? `+${form.WaId}` : undefined;
}
