import type { Words } from "@hilo/schema";

/** What is found in a web chat's settings. */
export const words = {
  settings: {
    es: "Los ajustes se entienden.",
    en: "The settings can be read.",
  },
  hours: {
    es: "El horario no se entiende. Escríbelo como en el ejemplo.",
    en: "The opening hours cannot be read. Write them as in the example.",
  },
  origins: {
    es: "Los sitios permitidos no se entienden. Escríbelos como en el ejemplo.",
    en: "The sites allowed cannot be read. Write them as in the example.",
  },
  anySite: {
    es: "Cualquier sitio puede mostrar este chat. Escribe los tuyos para limitarlo.",
    en: "Any site can show this chat. Enter your own to limit it.",
  },
  noIdentity: {
    es: "Sin secreto de identidad, los clientes de tu sitio se ven como visitas anónimas.",
    en: "Without an identity secret, your site's customers look like anonymous visitors.",
  },
  goesOn: {
    es: "Lo que el visitante no vea se le envía por correo.",
    en: "What a visitor does not see is mailed to them.",
  },
  noMailbox: {
    es: "No hay un canal de correo activo: lo que el visitante no vea no se le puede enviar. Conecta uno o apaga “Seguir por correo”.",
    en: "There is no enabled e-mail channel: what a visitor does not see cannot be mailed. Connect one, or turn “Go on by e-mail” off.",
  },
  whichMailbox: {
    es: "Hay varios canales de correo: elige por cuál sigue la conversación.",
    en: "There are several e-mail channels: choose by which a conversation goes on.",
  },
  mailboxGone: {
    es: "El canal de correo elegido no existe o está desactivado. Elige otro.",
    en: "The chosen e-mail channel is not there or is disabled. Choose another.",
  },
} as const satisfies Record<string, Words>;
