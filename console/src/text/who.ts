import type { Contact, Platform } from "@hilo/schema";
import { visibleName } from "@hilo/schema/visible";
import { phone } from "./address.ts";
import { texts } from "./texts.ts";

const someone = texts({
  es: {
    whatsapp: "Usuario de WhatsApp",
    sms: "Número oculto",
    messenger: "Usuario de Messenger",
    instagram: "Usuario de Instagram",
    telegram: "Usuario de Telegram",
    email: "Remitente sin nombre",
    webchat: "Visitante web",
    x: "Usuario de X",
    voice: "Número oculto",
  },
  en: {
    whatsapp: "WhatsApp user",
    sms: "Hidden number",
    messenger: "Messenger user",
    instagram: "Instagram user",
    telegram: "Telegram user",
    email: "Sender without a name",
    webchat: "Web visitor",
    x: "X user",
    voice: "Hidden number",
  },
} satisfies Record<string, Record<Platform, string>>);

type Named = { contact: { name: string }; platform: Platform; address: string };

/** What a person is called: their name, else their phone or mail address; never a provider's raw id. */
export function nameOf(
  { contact, platform, address }: Named,
  known?: Pick<Contact, "name">,
): string {
  const name = visibleName(known?.name) || visibleName(contact.name);
  const number = phone(name);
  if (number) return number;
  return name === "" || isRaw(name, platform, address) ? someone[platform] : name;
}

/** Whether a name is nothing but the id by which the provider knows the person. */
function isRaw(name: string, platform: Platform, address: string): boolean {
  if (platform === "email") return false;
  if (platform === "webchat") return name === address || /^[\w-]{20,}$/u.test(name);
  return /^(?:[A-Z]{2}\.\w{6,}|[\d:_-]{6,})$/u.test(name);
}
