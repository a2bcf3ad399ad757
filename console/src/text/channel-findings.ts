import type { CommonGood, CommonTrouble, Finding } from "@hilo/schema";
import { language } from "./language.ts";
import { texts } from "./texts.ts";

type Words<Code extends string> = Record<Code | "other", string>;

/** What any provider's connection test may find to be well; a provider's own findings come with their words. */
export const good = texts({
  es: {
    account: "La cuenta responde.",
    credentials: "Las credenciales funcionan.",
    number: "El número es de la cuenta.",
    webhook: "El proveedor avisa a la dirección de este canal.",
    other: "Esto está bien.",
  } satisfies Words<CommonGood>,
  en: {
    account: "The account answers.",
    credentials: "The credentials work.",
    number: "The number belongs to the account.",
    webhook: "The provider calls this channel's address.",
    other: "This is fine.",
  },
});

/** What any provider's connection test may find to be wrong, and what to do about it. */
export const trouble = texts({
  es: {
    credentials: "El proveedor no acepta las credenciales. Cópialas de nuevo y guárdalas.",
    noAccount: "El proveedor no encuentra esta cuenta. Revisa sus identificadores.",
    otherAccount: "Las credenciales son de otra cuenta que la escrita.",
    otherNumber: "El identificador es de otro número que el escrito.",
    webhookElsewhere: "El proveedor avisa a otra dirección. Reemplázala por la del webhook.",
    webhookMissing: "El proveedor no tiene esta dirección. Pega allí la del webhook.",
    unreachable: "No se pudo llegar al proveedor. Inténtalo en unos minutos.",
    rateLimited: "El proveedor pide esperar. Prueba de nuevo en unos minutos.",
    timeout: "El proveedor tardó demasiado en responder. Inténtalo de nuevo.",
    unexpected: "El proveedor respondió algo inesperado. Inténtalo de nuevo más tarde.",
    failed: "La prueba no se pudo completar. Inténtalo de nuevo.",
    other: "El proveedor informa un problema.",
  } satisfies Words<CommonTrouble>,
  en: {
    credentials: "The provider does not accept the credentials. Copy them again and save them.",
    noAccount: "The provider does not find this account. Check its ids.",
    otherAccount: "The credentials are of another account than the one entered.",
    otherNumber: "The id is of another number than the one entered.",
    webhookElsewhere: "The provider calls another address. Replace it by the webhook's.",
    webhookMissing: "The provider does not have this address. Paste the webhook's there.",
    unreachable: "The provider could not be reached. Try again in some minutes.",
    rateLimited: "The provider asks to wait. Test again in some minutes.",
    timeout: "The provider took too long to answer. Try again.",
    unexpected: "The provider answered something unexpected. Try again later.",
    failed: "The test could not be finished. Try again.",
    other: "The provider tells of a problem.",
  },
});

/** A finding in words; what the provider said exactly is told beside it. */
export function findingWords({ level, code, words }: Finding): string {
  const common: Readonly<Record<string, string>> = level === "ok" ? good : trouble;
  return words?.[language()] ?? common[code] ?? common.other ?? "";
}
