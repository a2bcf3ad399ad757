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
    whatsappGroup: "Grupo de WhatsApp",
    telegramGroup: "Grupo de Telegram",
    other: "Otra persona",
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
    whatsappGroup: "WhatsApp group",
    telegramGroup: "Telegram group",
    other: "Somebody else",
  },
} satisfies Record<string, Record<Platform | `${string}Group` | "other", string>>);

type Named = { contact: { name: string }; platform: Platform; address: string };

/** What a person or group is called: their name, else their phone or mail address; never a provider's raw id. */
export function nameOf(
  { contact, platform, address }: Named,
  known?: Pick<Contact, "name">,
): string {
  const name = visibleName(known?.name) || visibleName(contact.name);
  const number = phone(name);
  if (number) return number;
  if (name !== "" && !isRaw(name, platform, address)) return name;
  if (name !== "" && digits(name) === digits(address)) {
    const own = phone(address);
    if (own) return own;
  }
  return someone[kindOf(platform, address)];
}

/** What whoever wrote within a conversation is called: their phone as people read it, and nobody by an id. */
export function calledBy(name: string): string {
  return phone(name) ?? (name === "" || isId(name) ? someone.other : name);
}

/** Whether an address is a group's, which has no number or name to be known by. */
export function isGroup(platform: Platform, address: string): boolean {
  return kindOf(platform, address).endsWith("Group");
}

/** Whether this is only what we call somebody whose name nobody knows. */
export function isNameless(name: string): boolean {
  return Object.values(someone).includes(name);
}

/** Whether a name is nothing but the id by which the provider knows the person or group. */
function isRaw(name: string, platform: Platform, address: string): boolean {
  if (platform === "email") return false;
  // Companies write from numbers that are short on purpose.
  if (platform === "sms" || platform === "voice") return isId(name) && !/^\d{3,8}$/u.test(name);
  if (platform === "webchat" && /^[\w-]{20,}$/u.test(name)) return true;
  return isId(name) || (name === address && (platform === "webchat" || platform === "whatsapp"));
}

/** What machines make up: numbers, what a provider puts around them, and long words of all that a keyboard has. */
const ids: readonly RegExp[] = [
  /^[A-Z]{2}\.\w{6,}$/u,
  /^[\d:_-]{6,}$/u,
  /^[\w.:-]+@(?:g\.us|s\.whatsapp\.net|c\.us|lid|newsletter|broadcast)$/u,
  /^[\da-f-]{20,}$/iu,
  /^(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])[\w:=+/-]{20,}$/u,
];

function isId(name: string): boolean {
  return ids.some((id) => id.test(name));
}

function kindOf(platform: Platform, address: string): keyof typeof someone {
  // Telegram counts groups and channels downwards from zero.
  if (platform === "telegram" && /(?:^|:)-\d+$/u.test(address)) return "telegramGroup";
  if (platform !== "whatsapp" || address === "") return platform;
  const alone = /^\+?\d{6,15}$/u.test(address) || /^[A-Z]{2}\./u.test(address);
  return alone || /@(?:s\.whatsapp\.net|c\.us|lid)$/u.test(address) ? "whatsapp" : "whatsappGroup";
}

function digits(text: string): string {
  return text.replace(/\D/gu, "");
}
