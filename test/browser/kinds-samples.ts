import type { Message } from "@hilo/schema";
import type { Where } from "./entries.ts";

export const whatsapp: Where = { channelId: "whatsapp", provider: "meta", platform: "whatsapp" };
export const instagram: Where = { channelId: "instagram", provider: "meta", platform: "instagram" };
export const email: Where = { channelId: "email", provider: "email", platform: "email" };
export const voice: Where = { channelId: "twilio-voice", provider: "twilio", platform: "voice" };

type File = Message["attachments"][number];
type Entry = Partial<Message> & { id?: string };

/** One message of every kind a chat may hold. */
export function chatKinds(file: File, at: number): Entry[] {
  const part = (): Entry => ({ kind: "image", album: "one", attachments: [file] });
  return [
    {
      text: "¿Les quedan dos?",
      reactions: { us: { emoji: "👍", at }, zarate: { emoji: "❤️", at } },
    },
    { text: "Son 14.990", original: "Son 19.990", editedAt: at, direction: "outbound" },
    { text: "Mi clave es 4321", deletedAt: at },
    { ...part(), text: "Mira cómo llegaron" },
    part(),
    part(),
    {
      text: "Te llamo en un rato",
      direction: "outbound",
      echo: true,
      author: { type: "system", id: "elsewhere", name: "" },
    },
    {
      text: "¿Cuál prefieres?",
      kind: "buttons",
      direction: "outbound",
      options: {
        footer: "Responde cuando puedas",
        buttons: [
          { id: "a", title: "El chico" },
          { id: "b", title: "El grande" },
        ],
      },
    },
    { kind: "buttons", text: "El grande", choice: { id: "b", title: "El grande" } },
    { text: "Yo también quiero uno", writer: "Bruno Pizarro" },
    { kind: "unsupported", text: "" },
    {
      kind: "location",
      location: {
        latitude: -33.4372,
        longitude: -70.6506,
        name: "La Moneda",
        address: "Moneda s/n",
      },
    },
    {
      kind: "contact",
      cards: [
        { name: "Pedro Pérez", phones: ["+56981112222"], emails: [], organization: "Bodega" },
      ],
    },
    {
      kind: "reaction",
      text: "🎉",
      direction: "outbound",
      status: "failed",
      statusRank: 1,
      statusAt: { failed: at },
      error: { code: "131009", reason: "content", message: "Not accepted" },
    },
  ];
}

/** An e-mail that would run, fetch and post whatever it could. */
export function letter(file: File, remote: string): Entry[] {
  const html = `<style>p{color:green}</style><script>parent.document.title = "taken"</script>
<table style="background:#fff3d6;padding:8px"><tr><td><h1 style="color:rgb(200, 0, 0)">Tu pedido</h1>
<img src="${remote}" alt="Logo" onerror="parent.document.title='taken'"><img src="cid:foto@1" width="40" height="40" alt="Foto">
<form action="https://127.0.0.1/steal"><input name="clave"></form>
<a href="javascript:alert(1)">Malo</a> <a href="https://hilo.test/pedido">Ver el pedido</a></td></tr></table>`;
  return [
    {
      text: "Hola, ¿cuándo llega mi pedido?",
      attachments: [{ ...file, contentId: "foto@1" }],
      sender: { address: "ximena@correo.test", name: "Ximena Zárate" },
      mail: {
        subject: "Pedido 1234",
        references: [],
        to: ["hola@hilo.test"],
        cc: ["jefa@correo.test"],
        proof: "pass",
        quoted: "> El lunes escribieron:\n> Va en camino",
        html,
      },
    },
    {
      text: "Estoy de vacaciones hasta el lunes.",
      mail: {
        subject: "Re: Pedido 1234",
        references: [],
        to: [],
        cc: [],
        automatic: "reply",
        proof: "fail",
      },
    },
  ];
}
