import type { Words } from "@hilo/schema";

/** What the connection test of a mailbox finds, and what is told of it, beyond what any provider's may. */
export const words = {
  smtpWorks: {
    es: "El servidor de correo acepta nuestro ingreso.",
    en: "The mail server accepts our sign-in.",
  },
  smtp: {
    es: "No se pudo entrar al servidor de correo. Revisa servidor, puerto y cifrado.",
    en: "The mail server did not let us in. Check server, port and encryption.",
  },
  smtpCredentials: {
    es: "El servidor de correo no acepta el usuario o la contraseña.",
    en: "The mail server does not accept the user or the password.",
  },
  oauth: {
    es: "No se obtuvo un token. Revisa la dirección, el ID, el secreto y el token de actualización, o crea unos nuevos.",
    en: "No token was given. Check the address, client ID, secret and refresh token, or make new ones.",
  },
  smtpToken: {
    es: "El servidor de correo no acepta el token. El usuario debe ser el buzón, y la aplicación debe poder enviar por él.",
    en: "The mail server does not accept the token. The user must be the mailbox, and the application be allowed to send for it.",
  },
  noInbound: {
    es: "No hay ningún servicio por el que llegue correo. Completa uno de los tres.",
    en: "There is no service by which mail arrives. Fill in one of the three.",
  },
  "webhook-sendgrid": {
    es: "SendGrid puede avisar a esta dirección.",
    en: "SendGrid can call this address.",
  },
  "webhook-mailgun": {
    es: "Mailgun puede avisar a esta dirección.",
    en: "Mailgun can call this address.",
  },
  "webhook-postmark": {
    es: "Postmark puede avisar a esta dirección.",
    en: "Postmark can call this address.",
  },
  noSpf: {
    es: "El dominio no tiene registro SPF: los correos pueden llegar como spam.",
    en: "The domain has no SPF record: mail may end as spam.",
  },
  noDmarc: {
    es: "El dominio no tiene registro DMARC: los correos pueden llegar como spam.",
    en: "The domain has no DMARC record: mail may end as spam.",
  },
  bounce: {
    es: "Volvió un correo que no se reconoce como enviado desde Hilo.",
    en: "A mail came back that is not known as sent by Hilo.",
  },
  complaint: {
    es: "Alguien denunció un correo de esta dirección como no deseado.",
    en: "Somebody reported a mail of this address as unwanted.",
  },
} as const satisfies Record<string, Words>;
