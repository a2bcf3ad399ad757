import type { DemoChannelId } from "../../simulator/src/demo.ts";

/** What a channel is held to, as its customers and agents see it. */
export type Row = {
  channel: DemoChannelId;
  /** How far an answer comes: on the phone, and in the console's words. */
  comes: { phone: "sent" | "delivered" | "read"; console: "Enviado" | "Entregado" | "Leído" };
  /** A failure that a second try mends, and what the agent reads. */
  passing: { code: string; says: RegExp };
  /** One that no repetition mends. */
  lasting: { code: string; says: RegExp };
  /** The code by which the provider does not take the credentials any more. */
  locked: string;
  /** The webhook tells no name, only the number. */
  nameless?: boolean;
  /** What leads out of a closed reply window; without it there is none. */
  exit?: "template" | "person";
  /** What is left when a person's days are over, too. */
  afterwards?: "template";
  /** The webhook does not tell when a message was written: only the provider's refusal tells that it is too late. */
  timeless?: boolean;
};

const unreachable = /No se pudo llegar a esta persona. Prueba más tarde o por otro canal/;
const passed = /Hubo una falla pasajera en el canal. Puedes reintentar ahora/;
const permission = /El canal no tiene permiso para enviar a este destino/;
const nobody = /El número o la dirección no existe/;
const policy = /El canal lo rechazó por sus reglas/;
const content = /El canal no aceptó el contenido/;
const blocked = /Esta persona bloqueó los mensajes/;

const read = { phone: "read", console: "Leído" } as const;
const delivered = { phone: "delivered", console: "Entregado" } as const;
const sent = { phone: "sent", console: "Enviado" } as const;

/** What an agent reads when the channel has to be connected anew. */
export const reconnect =
  /Las credenciales del canal no sirven. Reintenta cuando administración lo arregle/;

/** Every channel that can be written on. */
export const rows: readonly Row[] = [
  {
    channel: "twilio-whatsapp",
    comes: read,
    passing: { code: "63012", says: passed },
    lasting: { code: "63024", says: nobody },
    locked: "20003",
    exit: "template",
    timeless: true,
  },
  {
    channel: "twilio-sms",
    comes: delivered,
    passing: { code: "30003", says: unreachable },
    lasting: { code: "30005", says: nobody },
    locked: "20003",
    nameless: true,
  },
  {
    channel: "whatsapp",
    comes: read,
    passing: { code: "131026", says: unreachable },
    lasting: { code: "368", says: policy },
    locked: "190",
    exit: "template",
  },
  {
    channel: "kapso",
    comes: read,
    passing: { code: "131026", says: unreachable },
    lasting: { code: "422", says: content },
    locked: "401",
    exit: "template",
  },
  {
    channel: "messenger",
    comes: read,
    passing: { code: "551", says: unreachable },
    lasting: { code: "100/2018001", says: nobody },
    locked: "190",
    exit: "person",
    afterwards: "template",
  },
  {
    channel: "instagram",
    comes: read,
    passing: { code: "551", says: unreachable },
    lasting: { code: "100/2534014", says: nobody },
    locked: "190",
    exit: "person",
  },
  {
    channel: "telegram",
    comes: sent,
    passing: { code: "400.rights", says: permission },
    lasting: { code: "403.blocked", says: blocked },
    locked: "401",
  },
  {
    channel: "email",
    comes: delivered,
    passing: { code: "5.2.2", says: unreachable },
    lasting: { code: "5.1.1", says: nobody },
    locked: "535",
  },
  {
    channel: "x",
    comes: read,
    passing: { code: "403", says: permission },
    lasting: { code: "404", says: nobody },
    locked: "401",
  },
];
