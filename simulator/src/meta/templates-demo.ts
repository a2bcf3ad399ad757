import type { KeptTemplate } from "./templates.ts";

/** The templates that the seeded account has from the start; all invented. */
export const demoTemplates: KeptTemplate[] = [
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
