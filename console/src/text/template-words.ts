import { t as shared } from "./templates.ts";
import { texts } from "./texts.ts";

/** What WhatsApp says of a template by codes, in words. */
const t = texts({
  es: {
    abusive: (who: string) => `${who} considera que el contenido es abusivo.`,
    format: "El formato no es válido: revisa los datos, los ejemplos y los enlaces.",
    promotional: (who: string) => `${who} lo considera publicidad.`,
    mismatch: "El contenido no corresponde al idioma o a la categoría.",
    category: "La categoría no corresponde al contenido.",
    scam: (who: string) => `${who} considera que parece un engaño.`,
    ratio: "Tiene demasiados datos para tan poco texto: escribe más o quita alguno.",
    untold: (who: string) => `${who} no dio un motivo.`,
    told: (who: string) => `${who} lo explicó con sus palabras.`,
    high: "Alta",
    medium: "Media",
    low: "Baja",
    unknown: "Aún sin datos",
    carousel: "un carrusel",
    location: "una ubicación",
    list: "una lista",
    flow: "un formulario de WhatsApp",
    catalog: "un catálogo o productos",
    copyCode: "un código para copiar",
    offer: "una oferta por tiempo limitado",
    code: "un código de verificación",
    call: "un botón de llamada de WhatsApp",
    buttons: "sus botones",
    empty: "el contenido, que llegó vacío",
    other: "una parte que no conoce",
  },
  en: {
    abusive: (who) => `${who} holds the content to be abusive.`,
    format: "The format is not valid: check variables, examples and links.",
    promotional: (who) => `${who} holds it to be advertising.`,
    mismatch: "The content does not fit the language or the category.",
    category: "The category does not fit the content.",
    scam: (who) => `${who} holds it to be a scam.`,
    ratio: "It has too many variables for so little text: write more, or take one out.",
    untold: (who) => `${who} gave no reason.`,
    told: (who) => `${who} explained it in its own words.`,
    high: "High",
    medium: "Medium",
    low: "Low",
    unknown: "No data yet",
    carousel: "a carousel",
    location: "a place",
    list: "a list",
    flow: "a WhatsApp form",
    catalog: "a catalog or products",
    copyCode: "a code to copy",
    offer: "a limited-time offer",
    code: "a verification code",
    call: "a WhatsApp call button",
    buttons: "its buttons",
    empty: "the content, which came empty",
    other: "a part that it does not know",
  },
});

const reasons: Readonly<Record<string, (who: string) => string>> = {
  lacks_appId: () => shared.reasonNoAppId,
  lacks_accountId: () => shared.reasonNoAccountId,
  gone: () => shared.reasonGone,
  neverArrived: () => shared.reasonLost,
  ABUSIVE_CONTENT: (who) => t.abusive(who),
  INVALID_FORMAT: () => t.format,
  INCORRECT_PARAMS: () => t.format,
  PARAMS_TO_WORD_RATIO_EXCEED_LIMIT: () => t.ratio,
  PROMOTIONAL: (who) => t.promotional(who),
  TAG_SHOULD_BE_MARKETING: (who) => t.promotional(who),
  TAG_CONTENT_MISMATCH: () => t.mismatch,
  INCORRECT_CATEGORY: () => t.category,
  SCAM: (who) => t.scam(who),
  NONE: (who) => t.untold(who),
};

/** Why a template is in its state, by `platform`: our words for a code, and what the provider said beside it. */
export function reasonWords(reason: string, platform: string): { words: string; said: string } {
  const [, code = "", rest = ""] = /^(\w+)[\s.:–-]*(.*)$/su.exec(reason) ?? [];
  const known = Object.hasOwn(reasons, code) ? reasons[code]?.(platform) : undefined;
  return known ? { words: known, said: rest } : { words: t.told(platform), said: reason };
}

/** How people take a template, by WhatsApp's colours. */
export function qualityWords(quality: string): string {
  const words: Readonly<Record<string, string>> = {
    GREEN: t.high,
    YELLOW: t.medium,
    RED: t.low,
    UNKNOWN: t.unknown,
  };
  return words[quality.toUpperCase()] ?? t.unknown;
}

const parts: readonly [RegExp, () => string][] = [
  [/carousel/i, () => t.carousel],
  [/location/i, () => t.location],
  [/list.picker/i, () => t.list],
  [/flow/i, () => t.flow],
  [/catalog|product|mpm|spm/i, () => t.catalog],
  [/copy_code/i, () => t.copyCode],
  [/limited_time/i, () => t.offer],
  [/authentication|otp/i, () => t.code],
  [/call(?!-to-action)/i, () => t.call],
  [/actions$/i, () => t.buttons],
  [/^no content$/i, () => t.empty],
];

/** A part that Hilo cannot fill. */
export function partWords(part: string): string {
  return parts.find(([pattern]) => pattern.test(part))?.[1]() ?? t.other;
}
