import type { Platform } from "@hilo/schema";

type QuickReply = {
  name: string;
  category: string;
  text: string;
  platforms?: Platform[];
  examples?: Record<string, string>;
  used: number;
};

/** The quick replies of the demonstration, by id. */
export const quickReplies: Record<string, QuickReply> = {
  saludo: {
    name: "Saludo",
    category: "Atención",
    text: "¡Hola, {{primer_nombre}}! Soy {{agente}} de {{empresa}}. ¿En qué te ayudo?",
    used: 184,
  },
  espera: {
    name: "Un momento",
    category: "Atención",
    text: "Gracias por esperar, {{primer_nombre}}. Lo estoy revisando y te respondo en unos minutos.",
    used: 96,
  },
  horario: {
    name: "Horario de atención",
    category: "Atención",
    text: "Atendemos de lunes a viernes, de 9:00 a 18:30, y los sábados de 10:00 a 13:00.",
    used: 58,
  },
  despedida: {
    name: "Despedida",
    category: "Atención",
    text: "Gracias por escribirnos, {{primer_nombre}}. Cualquier cosa, aquí estamos. Saludos, {{agente}}.",
    used: 131,
  },
  planes: {
    name: "Planes y precios",
    category: "Ventas",
    text: "Tenemos tres planes: Inicio por $ 29.990, Equipo por $ 84.990 y Empresa a medida, todos con IVA incluido. ¿Para cuántas personas lo necesitas?",
    used: 73,
  },
  reunion: {
    name: "Agendar reunión",
    category: "Ventas",
    text: "Perfecto, {{primer_nombre}}. ¿Te sirve una videollamada el {{dia}} a las {{hora}}? Te envío la invitación a {{correo}}.",
    examples: { dia: "jueves", hora: "11:30" },
    used: 41,
  },
  transferencia: {
    name: "Datos de transferencia",
    category: "Cobranza",
    text: "Puedes transferir a Andes Gestión SpA, RUT 76.543.210-3, cuenta corriente 0012345678 del Banco Ejemplo. Avísanos con el comprobante, por favor.",
    platforms: ["whatsapp", "email", "webchat"],
    used: 67,
  },
  factura: {
    name: "Factura enviada",
    category: "Cobranza",
    text: "Hola {{primer_nombre}}, te enviamos la factura {{folio}} a {{correo}}. Vence el {{fecha}}.",
    examples: { folio: "20418", fecha: "30 de noviembre" },
    used: 39,
  },
  f29: {
    name: "Documentos para el F29",
    category: "Contabilidad",
    text: "Para preparar tu F29 necesitamos, antes del día 12: ventas y compras del mes, boletas de honorarios y la planilla de remuneraciones.",
    used: 52,
  },
  clave: {
    name: "Clave del SII",
    category: "Contabilidad",
    text: "Por seguridad no nos envíes tu clave por aquí. Puedes autorizarnos en sii.cl, en Datos personales → Mandatarios digitales, con nuestro RUT 76.543.210-3.",
    platforms: ["whatsapp", "sms", "messenger", "instagram", "telegram", "webchat"],
    used: 27,
  },
};
