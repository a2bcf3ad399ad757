import type { Platform } from "@hilo/schema";
import type { Account, Field, WebhookAddress } from "../adapter.ts";
import { graphVersion, readReceipts } from "../meta-fields.ts";
import { presetVersion } from "./proxy.ts";

const whatsapp: readonly Field[] = [
  {
    name: "address",
    in: "address",
    label: { es: "Número", en: "Number" },
    help: {
      es: "Con código de país, como +56 9 1234 5678.",
      en: "With its country code, such as +56 9 1234 5678.",
    },
    required: true,
    pattern: "\\+[1-9]\\d{6,14}",
  },
  {
    name: "phoneNumberId",
    in: "settings",
    label: { es: "Identificador del número («Phone number ID»)", en: "Phone number ID" },
    help: {
      es: "En app.kapso.ai, en «Phone numbers», al abrir el número.",
      en: "At app.kapso.ai under “Phone numbers”, on the number's own page.",
    },
    required: true,
    pattern: "\\d{5,25}",
  },
  {
    name: "accountId",
    in: "settings",
    label: {
      es: "Identificador de la cuenta de WhatsApp Business (opcional)",
      en: "WhatsApp Business account ID (optional)",
    },
    help: {
      es: "En la misma página. Hace falta para las plantillas.",
      en: "On the same page. Templates need it.",
    },
    required: false,
    pattern: "\\d{5,25}",
  },
  {
    name: "apiKey",
    in: "credentials",
    label: { es: "Clave de API del proyecto", en: "Project API key" },
    help: {
      es: "En app.kapso.ai, en «API keys» del proyecto.",
      en: "At app.kapso.ai under the project's “API keys”.",
    },
    required: true,
  },
  {
    name: "webhookSecret",
    in: "credentials",
    label: { es: "Secreto del webhook", en: "Webhook secret" },
    help: {
      es: "El «secret key» del webhook del número: con él firma Kapso sus avisos.",
      en: "The “secret key” of the number's webhook: Kapso signs its webhooks with it.",
    },
    required: true,
    invented: true,
  },
  {
    name: "previousWebhookSecret",
    in: "credentials",
    label: { es: "Secreto anterior (opcional)", en: "Previous secret (optional)" },
    help: {
      es: "Solo mientras lo cambias: los avisos firmados con el anterior se siguen aceptando.",
      en: "Only while you change it: webhooks signed with the previous one are still accepted.",
    },
    required: false,
  },
  readReceipts,
  graphVersion(presetVersion),
];

/** What a number at Kapso takes. */
export const fields: Partial<Record<Platform, readonly Field[]>> = { whatsapp };

/** Where Kapso wants the address. */
export function webhooks({ webhook }: Account): WebhookAddress[] {
  const help = {
    es: "En app.kapso.ai: Connected numbers → tu número → Webhooks → Add webhook, de tipo «Kapso» y versión v2, con el mismo secreto y los sucesos «whatsapp.message.*».",
    en: "At app.kapso.ai: Connected numbers → your number → Webhooks → Add webhook, of kind “Kapso” and version v2, with the same secret and the events “whatsapp.message.*”.",
  };
  return [{ url: webhook, help }];
}
