import { texts } from "./texts.ts";

/** Words of the dialog that begins a conversation. */
export const t = texts({
  es: {
    start: "Nueva conversación",
    channel: "Canal",
    toPhone: "Teléfono con código de país",
    toPhoneExample: "+56 9 8123 4567",
    name: "Nombre (opcional)",
    firstMessage: "Primer mensaje",
    way: "Cómo empezar",
    byTemplate: "Plantilla aprobada",
    byText: "Texto libre",
    templateNote: (platform: string) =>
      `Quien no te escribió en las últimas 24 horas solo recibe por ${platform} una plantilla aprobada.`,
    textNote: (platform: string) =>
      `${platform} solo entrega un texto libre si la persona te escribió en las últimas 24 horas.`,
    sendFirst: "Enviar",
    sendingFirst: "Enviando…",
    badPhone: "Escribe el teléfono con su código de país, como +56 9 8123 4567.",
    noText: "Escribe el mensaje.",
    tooLong: (max: string) => `El mensaje no puede pasar de ${max} caracteres.`,
    noChannel: "Ningún canal conectado permite empezar conversaciones.",
    started: "Mensaje enviado. Abrimos la conversación.",
    toMail: "Correo",
    toMailExample: "persona@ejemplo.cl",
    subject: "Asunto (opcional)",
    badMail: "Escribe el correo completo, como persona@ejemplo.cl.",
  },
  en: {
    start: "New conversation",
    channel: "Channel",
    toPhone: "Phone with country code",
    toPhoneExample: "+56 9 8123 4567",
    name: "Name (optional)",
    firstMessage: "First message",
    way: "How to begin",
    byTemplate: "Approved template",
    byText: "Free text",
    templateNote: (platform) =>
      `Who did not write to you in the last 24 hours gets nothing but an approved template on ${platform}.`,
    textNote: (platform) =>
      `${platform} delivers a free text only when the person wrote to you in the last 24 hours.`,
    sendFirst: "Send",
    sendingFirst: "Sending…",
    badPhone: "Enter the phone with its country code, such as +56 9 8123 4567.",
    noText: "Enter the message.",
    tooLong: (max) => `The message can have at most ${max} characters.`,
    noChannel: "No connected channel can begin conversations.",
    started: "Message sent. Opening the conversation.",
    toMail: "E-mail address",
    toMailExample: "person@example.com",
    subject: "Subject (optional)",
    badMail: "Enter the whole address, such as person@example.com.",
  },
});
