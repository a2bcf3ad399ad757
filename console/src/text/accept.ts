import { texts } from "./texts.ts";

/** Words of the page on which an invitation is accepted. */
export const t = texts({
  es: {
    title: "Tu invitación a Hilo",
    mailboxLead: "Confirma el correo en el que recibiste la invitación.",
    goOn: "Continuar",
    checking: "Comprobando…",
    invites: (who: string, workspace: string, role: string) =>
      `${who} te invita a trabajar en ${workspace} como ${role}.`,
    invitesUnnamed: (workspace: string, role: string) =>
      `Te invitan a trabajar en ${workspace} como ${role}.`,
    as: (email: string) => `Entraste como ${email}.`,
    other: "Usar otro correo",
    choose: "Contraseña nueva (opcional)",
    chooseWhy:
      "Al menos 8 caracteres. Sin contraseña, la próxima vez entras con «¿Olvidaste tu contraseña?».",
    noEmail: "Escribe tu correo.",
    short: "La contraseña necesita al menos 8 caracteres.",
    accept: "Aceptar la invitación",
    accepting: "Aceptando…",
    accepted: "Ya aceptaste esta invitación.",
    open: "Abrir la bandeja",
    expired: "Esta invitación venció. Pide que te inviten de nuevo.",
    withdrawn: "Esta invitación se retiró. Pide que te inviten de nuevo.",
    notFound: "No hay una invitación para este correo. Revisa con cuál te invitaron.",
    noLink: "Abre el enlace del correo de invitación en este dispositivo.",
    usedLink: "Este enlace ya se usó o venció. Pide que te envíen otra invitación.",
    wrongMailbox: "El enlace no se envió a ese correo. Escribe el correo en el que lo recibiste.",
    again: "Te enviamos un correo nuevo a esta dirección. Ábrelo y sigue desde ahí.",
    recent:
      "Pasaron más de 5 minutos. Abre de nuevo el enlace del correo para crear la contraseña.",
    trouble: "No pudimos aceptar la invitación. Inténtalo de nuevo en un momento.",
  },
  en: {
    title: "Your invitation to Hilo",
    mailboxLead: "Confirm the e-mail address that received the invitation.",
    goOn: "Continue",
    checking: "Checking…",
    invites: (who, workspace, role) => `${who} invites you to work in ${workspace} as ${role}.`,
    invitesUnnamed: (workspace, role) => `You are invited to work in ${workspace} as ${role}.`,
    as: (email) => `You are signed in as ${email}.`,
    other: "Use another e-mail",
    choose: "New password (optional)",
    chooseWhy:
      "At least 8 characters. Without a password, use “Forgot your password?” the next time.",
    noEmail: "Enter your e-mail.",
    short: "The password needs at least 8 characters.",
    accept: "Accept the invitation",
    accepting: "Accepting…",
    accepted: "You have accepted this invitation already.",
    open: "Open the inbox",
    expired: "This invitation has expired. Ask to be invited again.",
    withdrawn: "This invitation was withdrawn. Ask to be invited again.",
    notFound: "There is no invitation for this e-mail. Check which one was invited.",
    noLink: "Open the link of the invitation e-mail on this device.",
    usedLink: "This link was used before or has expired. Ask for another invitation.",
    wrongMailbox: "The link was not sent to that address. Enter the one that received it.",
    again: "We sent a new e-mail to this address. Open it and go on from there.",
    recent: "More than 5 minutes have passed. Open the link again to set a password.",
    trouble: "We could not accept the invitation. Try again in a moment.",
  },
});
