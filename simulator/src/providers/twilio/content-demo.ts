import { account } from "./account.ts";
import type { Content } from "./content-shape.ts";

const made = { account_sid: account.sid, language: "es" };
const dates = { date_created: "2026-09-14T13:20:00Z", date_updated: "2026-09-15T09:02:00Z" };

/** The contents that the seeded account has from the start; all invented. */
export const demoContents: Content[] = [
  {
    ...made,
    ...dates,
    sid: "HX00000000000000000000000000000a01",
    friendly_name: "seguimiento_consulta",
    variables: { "1": "Rocío", "2": "martes 17" },
    types: {
      "twilio/quick-reply": {
        body: "Hola {{1}}, te escribimos de Andes Gestión por tu consulta del {{2}}. ¿Seguimos conversando?",
        actions: [
          { type: "QUICK_REPLY", title: "Sí, sigamos", id: "si" },
          { type: "QUICK_REPLY", title: "No, gracias", id: "no" },
        ],
      },
    },
    approval_requests: approval(
      "seguimiento_consulta",
      "UTILITY",
      "approved",
      "twilio/quick-reply",
    ),
  },
  {
    ...made,
    ...dates,
    sid: "HX00000000000000000000000000000a02",
    friendly_name: "vencimiento_f29",
    variables: {
      "1": "Ferretería El Roble",
      "2": "octubre",
      "3": "20 de noviembre",
      "4": "f29-2026-10",
    },
    types: {
      "twilio/call-to-action": {
        body: "Hola {{1}}: el F29 de {{2}} vence el {{3}}. Ya lo tenemos preparado para que lo revises.",
        actions: [
          { type: "URL", title: "Revisar", url: "https://clientes.hilo.test/{{4}}" },
          { type: "PHONE_NUMBER", title: "Llamar", phone: "+56229876543" },
        ],
      },
    },
    approval_requests: approval("vencimiento_f29", "UTILITY", "approved", "twilio/call-to-action"),
  },
  {
    ...made,
    ...dates,
    sid: "HX00000000000000000000000000000a03",
    friendly_name: "cierre_anual",
    variables: { "1": "Ignacio" },
    types: {
      "whatsapp/card": {
        header_text: "Cierre anual 2026",
        body: "Hola {{1}}, agenda ahora la preparación de tu cierre anual y ahorra un 15 %.",
        footer: "Andes Gestión",
        actions: [{ type: "QUICK_REPLY", title: "Agendar", id: "agendar" }],
      },
    },
    approval_requests: approval("cierre_anual", "MARKETING", "pending", "whatsapp/card"),
  },
  {
    ...made,
    ...dates,
    sid: "HX00000000000000000000000000000a04",
    friendly_name: "oferta_relampago",
    variables: { "1": "50 %" },
    types: { "twilio/text": { body: "¡¡¡Gana {{1}} HOY!!! Responde ya mismo." } },
    approval_requests: approval(
      "oferta_relampago",
      "MARKETING",
      "rejected",
      "twilio/text",
      "INVALID_FORMAT. The template has too few words for its variables.",
    ),
  },
];

function approval(
  name: string,
  category: string,
  status: string,
  content_type: string,
  rejection_reason = "",
): Content["approval_requests"] {
  return { name, category, content_type, status, rejection_reason, allow_category_change: true };
}
