import type { FailureReason } from "@hilo/schema";
import { texts } from "./texts.ts";

/** Why a message did not arrive, and what to do about it, by reason. */
export const failures: Readonly<Record<FailureReason, string>> = texts({
  es: {
    badAddress:
      "El número o la dirección no existe. Revisa los datos del contacto o prueba por otro canal.",
    unreachable: "No se pudo llegar a esta persona. Prueba más tarde o por otro canal.",
    blocked: "Esta persona bloqueó los mensajes. Escríbele por otro canal.",
    optedOut:
      "Esta persona pidió no recibir más mensajes. Podrás escribirle si ella vuelve a escribir.",
    windowClosed:
      "Se cerró el plazo para responder. Hace falta una plantilla o esperar a que escriba.",
    content: "El canal no aceptó el contenido. Cámbialo y envíalo de nuevo.",
    media: "El canal no aceptó el archivo. Prueba con otro formato o uno más liviano.",
    template: "La plantilla no sirve para este mensaje. Elige otra.",
    templatePaused: "La plantilla está en pausa por su calidad. Elige otra.",
    policy: "El canal lo rechazó por sus reglas. Cambia el texto y envíalo de nuevo.",
    spamLimited: "El canal limita los mensajes a esta persona. Espera al menos un día.",
    rateLimited: "Se envió demasiado en poco tiempo. Reintenta en unos minutos.",
    permission:
      "El canal no tiene permiso para enviar a este destino. Reintenta cuando administración lo arregle.",
    configuration: "El canal está mal configurado. Reintenta cuando administración lo arregle.",
    credentials:
      "Las credenciales del canal no sirven. Reintenta cuando administración lo arregle.",
    otherChannel: "No se puede enviar por este canal. Escríbele por otro.",
    transient: "Hubo una falla pasajera en el canal. Puedes reintentar ahora.",
    unconfirmed: "No sabemos si llegó: el canal no confirmó. Pregunta antes de enviarlo de nuevo.",
    other: "No se pudo entregar. Reintenta y, si se repite, avisa a administración.",
  },
  en: {
    badAddress:
      "The number or address does not exist. Check the contact's details, or try another channel.",
    unreachable: "This person could not be reached. Try later or on another channel.",
    blocked: "This person blocked the messages. Write on another channel.",
    optedOut: "This person asked for no more messages. You can write again once they do.",
    windowClosed: "The time to answer is over. Use a template, or wait until they write.",
    content: "The channel did not accept the content. Change it and send it again.",
    media: "The channel did not accept the file. Try another format or a smaller one.",
    template: "The template does not fit this message. Choose another one.",
    templatePaused: "The template is paused because of its quality. Choose another one.",
    policy: "The channel refused it by its rules. Change the text and send it again.",
    spamLimited: "The channel limits messages to this person. Wait at least a day.",
    rateLimited: "Too much was sent in a short time. Try again in a few minutes.",
    permission:
      "The channel may not send to this destination. Try again after an administrator has mended it.",
    configuration: "The channel is set up wrongly. Try again after an administrator has mended it.",
    credentials:
      "The channel's credentials do not work. Try again after an administrator has mended it.",
    otherChannel: "It cannot be sent on this channel. Write on another one.",
    transient: "The channel failed for a moment. You can try again now.",
    unconfirmed:
      "We don't know whether it arrived: the channel never confirmed. Ask before sending it again.",
    other: "It could not be delivered. Try again; if it repeats, tell an administrator.",
  },
});
