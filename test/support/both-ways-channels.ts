import type { FailureReason } from "@hilo/schema";
import type { DemoChannelId } from "../../simulator/src/phones/demo-channels.ts";

/** A failure by the provider's code, what it means, and what the agent reads. */
export type Failure = { code: string; reason: FailureReason; says: RegExp };

/** What a channel is held to, as its customers and agents see it. */
export type Row = {
  channel: Exclude<DemoChannelId, "twilio-voice" | "webchat">;
  /** How far an answer comes: on the phone, and in the console's words. */
  comes: { phone: "sent" | "delivered" | "read"; console: "Enviado" | "Entregado" | "Leído" };
  /** A failure that a second try mends, and what the agent reads. */
  passing: Failure;
  /** One that no repetition mends. */
  lasting: Failure;
  /** The code by which the provider does not take the credentials any more. */
  locked: string;
  /** Where its failures are proved: before both screens, or by a journey and the tables of the console's words. */
  failuresBy: "screens" | "tables";
  /** The webhook tells no name, only the number. */
  nameless?: boolean;
  /** What leads out of a closed reply window; without it there is none. */
  exit?: "template" | "person";
  /** What is left when a person's days are over, too. */
  afterwards?: "template";
  /** The webhook does not tell when a message was written: only the provider's refusal tells that it is too late. */
  timeless?: boolean;
};

const unreachable = {
  reason: "unreachable",
  says: /No se pudo llegar a esta persona. Prueba más tarde o por otro canal/,
} as const;
const passed = {
  reason: "transient",
  says: /Hubo una falla pasajera en el canal. Puedes reintentar ahora/,
} as const;
const permission = {
  reason: "permission",
  says: /El canal no tiene permiso para enviar a este destino/,
} as const;
const nobody = { reason: "badAddress", says: /El número o la dirección no existe/ } as const;
const policy = { reason: "policy", says: /El canal lo rechazó por sus reglas/ } as const;
const content = { reason: "content", says: /El canal no aceptó el contenido/ } as const;
const blocked = { reason: "blocked", says: /Esta persona bloqueó los mensajes/ } as const;

const read = { phone: "read", console: "Leído" } as const;
const delivered = { phone: "delivered", console: "Entregado" } as const;
const sent = { phone: "sent", console: "Enviado" } as const;

/** What an agent reads when the channel has to be connected anew. */
export const reconnect = {
  reason: "credentials",
  says: /Las credenciales del canal no sirven. Reintenta cuando administración lo arregle/,
} as const;

/** What an agent never reads of a failure: a code, or who carries the channel. */
export const unfit = /\d{3,}|error|twilio|meta|kapso/i;

/** Every channel that can be written on. Three that look the least alike fail before both screens. */
export const rows: readonly Row[] = [
  {
    channel: "twilio-whatsapp",
    comes: read,
    passing: { code: "63012", ...passed },
    lasting: { code: "63024", ...nobody },
    locked: "20003",
    failuresBy: "tables",
    exit: "template",
    timeless: true,
  },
  {
    channel: "twilio-sms",
    comes: delivered,
    passing: { code: "30003", ...unreachable },
    lasting: { code: "30005", ...nobody },
    locked: "20003",
    failuresBy: "screens",
    nameless: true,
  },
  {
    channel: "whatsapp",
    comes: read,
    passing: { code: "131026", ...unreachable },
    lasting: { code: "368", ...policy },
    locked: "190",
    failuresBy: "screens",
    exit: "template",
  },
  {
    channel: "kapso",
    comes: read,
    passing: { code: "131026", ...unreachable },
    lasting: { code: "422", ...content },
    locked: "401",
    failuresBy: "tables",
    exit: "template",
  },
  {
    channel: "messenger",
    comes: read,
    passing: { code: "551", ...unreachable },
    lasting: { code: "100/2018001", ...nobody },
    locked: "190",
    failuresBy: "tables",
    exit: "person",
    afterwards: "template",
  },
  {
    channel: "instagram",
    comes: read,
    passing: { code: "551", ...unreachable },
    lasting: { code: "100/2534014", ...nobody },
    locked: "190",
    failuresBy: "tables",
    exit: "person",
  },
  {
    channel: "telegram",
    comes: sent,
    passing: { code: "400.rights", ...permission },
    lasting: { code: "403.blocked", ...blocked },
    locked: "401",
    failuresBy: "tables",
  },
  {
    channel: "email",
    comes: delivered,
    passing: { code: "5.2.2", ...unreachable },
    lasting: { code: "5.1.1", ...nobody },
    locked: "535",
    failuresBy: "screens",
  },
  {
    channel: "x",
    comes: read,
    passing: { code: "403", ...permission },
    lasting: { code: "404", ...nobody },
    locked: "401",
    failuresBy: "tables",
  },
];

/** The rows whose failures are proved in one of the two ways. */
export function failuresBy(way: Row["failuresBy"]): Row[] {
  return rows.filter((row) => row.failuresBy === way);
}
