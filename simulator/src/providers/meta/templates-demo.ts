import type { KeptTemplate } from "./kept-template.ts";

/** The templates that the seeded WhatsApp account has from the start; all invented. */
export const demoTemplates: readonly KeptTemplate[] = [
  {
    id: "1689556908120001",
    name: "saludo",
    language: "es",
    category: "UTILITY",
    status: "APPROVED",
    components: [
      {
        type: "BODY",
        text: "Hola, quedó pendiente nuestra conversación. ¿Te viene bien seguir ahora?",
      },
      { type: "FOOTER", text: "Andes Gestión" },
    ],
  },
  {
    id: "1689556908120002",
    name: "caso_resuelto",
    language: "es",
    category: "UTILITY",
    status: "APPROVED",
    components: [
      { type: "HEADER", format: "TEXT", text: "Caso {{1}}", example: { header_text: ["4471"] } },
      {
        type: "BODY",
        text: "Hola {{1}}, resolvimos lo que nos pediste: {{2}}. Puedes ver el detalle aquí abajo.",
        example: { body_text: [["Francisca", "la clave del SII"]] },
      },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "URL",
            text: "Ver el caso",
            url: "https://clientes.hilo.test/casos/{{1}}",
            example: ["https://clientes.hilo.test/casos/4471"],
          },
          { type: "QUICK_REPLY", text: "Sigue sin funcionar" },
        ],
      },
    ],
  },
  {
    id: "1689556908120003",
    name: "comprobante_de_pago",
    language: "es",
    category: "UTILITY",
    status: "APPROVED",
    quality_score: { score: "GREEN" },
    components: [
      { type: "HEADER", format: "DOCUMENT" },
      {
        type: "BODY",
        text: "Hola {{cliente}}, adjuntamos el comprobante de tu pago de {{monto}}. ¡Gracias!",
        example: {
          body_text_named_params: [
            { param_name: "cliente", example: "Daniela" },
            { param_name: "monto", example: "$ 84.990" },
          ],
        },
      },
    ],
  },
  {
    id: "1689556908120004",
    name: "encuesta_de_atencion",
    language: "es",
    category: "MARKETING",
    status: "PENDING",
    components: [
      {
        type: "BODY",
        text: "Hola {{1}}, ¿cómo te atendimos esta semana? Tu opinión nos ayuda.",
        example: { body_text: [["Ignacio"]] },
      },
      {
        type: "BUTTONS",
        buttons: [
          { type: "QUICK_REPLY", text: "Muy bien" },
          { type: "QUICK_REPLY", text: "Puede mejorar" },
        ],
      },
    ],
  },
  {
    id: "1689556908120005",
    name: "descuento_socios",
    language: "es",
    category: "UTILITY",
    status: "REJECTED",
    rejected_reason: "TAG_CONTENT_MISMATCH",
    components: [
      {
        type: "BODY",
        text: "Hola {{1}}, solo por hoy tienes un 20 % de descuento en tu plan.",
        example: { body_text: [["Camila"]] },
      },
    ],
  },
];

/** The utility templates that the seeded page has from the start; all invented. */
export const pageTemplates: readonly KeptTemplate[] = [
  {
    id: "682498302900001",
    name: "caso_actualizado",
    language: "es",
    category: "UTILITY",
    status: "APPROVED",
    components: [
      { type: "HEADER", format: "TEXT", text: "Caso {{1}}", example: { header_text: ["4471"] } },
      {
        type: "BODY",
        text: "Hola {{1}}, hay novedades en tu caso: {{2}}. Puedes verlo aquí abajo.",
        example: { body_text: [["Camila", "recibimos tus documentos"]] },
      },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "URL",
            text: "Ver el caso",
            url: "https://clientes.hilo.test/casos/{{1}}",
            example: { url_suffix_example: "https://clientes.hilo.test/casos/4471" },
          },
          { type: "POSTBACK", text: "Hablar con alguien", payload: "hablar" },
        ],
      },
    ],
  },
  {
    id: "682498302900002",
    name: "cita_confirmada",
    language: "es",
    category: "UTILITY",
    status: "APPROVED",
    components: [
      {
        type: "HEADER",
        format: "IMAGE",
        example: { header_handle: ["https://scontent.hilo.test/cita.png"] },
      },
      {
        type: "BODY",
        text: "Tu hora con nosotros quedó confirmada para el {{dia}} a las {{hora}} en nuestra oficina.",
        example: {
          body_text_named_params: [
            { param_name: "dia", example: "martes 24" },
            { param_name: "hora", example: "10:30" },
          ],
        },
      },
    ],
  },
  {
    id: "682498302900003",
    name: "pago_recibido",
    language: "es",
    category: "UTILITY",
    status: "PENDING",
    components: [
      {
        type: "BODY",
        text: "Recibimos tu pago de {{1}}. Gracias por estar al día.",
        example: { body_text: [["$ 84.990"]] },
      },
    ],
  },
  {
    id: "682498302900004",
    name: "oferta_del_mes",
    language: "es",
    category: "UTILITY",
    status: "REJECTED",
    rejected_reason: "TAG_SHOULD_BE_MARKETING",
    components: [
      { type: "BODY", text: "Este mes tu plan tiene un 20 % de descuento si renuevas hoy." },
    ],
  },
];
