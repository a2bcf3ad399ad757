import type { Channel, Language } from "@hilo/schema";

/** What a mail says that carries what somebody did not see in a chat. */
const words = {
  es: {
    subject: (title: string) => `Respuesta de ${title}`,
    why: (title: string, stopUrl: string) =>
      `Recibes este correo porque alguien dejó esta dirección en el chat de ${title} y no vio ahí la respuesta. Responde a este correo para seguir la conversación. Si no fuiste tú, o no quieres más correos: ${stopUrl}`,
    file: (name: string) => `(Archivo en el chat: ${name})`,
  },
  en: {
    subject: (title: string) => `Answer from ${title}`,
    why: (title: string, stopUrl: string) =>
      `You get this mail because somebody left this address in the chat of ${title} and did not see the answer there. Reply to this mail to go on with the conversation. If that was not you, or you want no more mails: ${stopUrl}`,
    file: (name: string) => `(A file in the chat: ${name})`,
  },
};

type Named = Pick<Channel, "name" | "settings">;

/** What customers see the business called. */
export function titleOf({ name, settings }: Named): string {
  return settings.title || name;
}

export function subjectFor(channel: Named, language: Language): string {
  return words[language].subject(titleOf(channel));
}

/** Why the mail came, and how to have no more. */
export function whyFor(channel: Named, language: Language, stopUrl: string): string {
  return words[language].why(titleOf(channel), stopUrl);
}

/** A file that the mail does not hold. */
export function fileFor(name: string, language: Language): string {
  return words[language].file(name);
}
