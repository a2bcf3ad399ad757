import { texts } from "./texts.ts";

/** Words of the question whether a change of how one signs in was one's own. */
export const t = texts({
  es: {
    password: "Tu contraseña cambió",
    mailbox: "Tu correo para entrar cambió",
    when: (time: string) => `Fue el ${time}. Las sesiones abiertas antes terminaron. ¿Fuiste tú?`,
    yes: "Sí, fui yo",
    no: "No fui yo",
    passwordNow:
      "Alguien puede entrar con tu cuenta. Te enviamos un correo para crear otra contraseña: ábrelo ahora, y la de esa persona deja de servir.",
    mailboxNow:
      "Alguien puede entrar con tu cuenta. Avisa ahora a administración: puede desactivarla e invitar de nuevo a tu correo.",
    tell: "Avisa también a administración: puede cerrar todas tus sesiones.",
    unsent: "El correo no se pudo enviar. Usa «¿Olvidaste tu contraseña?» al entrar.",
    leave: "Cerrar sesión",
  },
  en: {
    password: "Your password was changed",
    mailbox: "Your e-mail for signing in was changed",
    when: (time) => `It was on ${time}. Sessions begun before have ended. Was it you?`,
    yes: "Yes, it was me",
    no: "It was not me",
    passwordNow:
      "Somebody can sign in with your account. We sent you an e-mail to set another password: open it now, and theirs works no more.",
    mailboxNow:
      "Somebody can sign in with your account. Tell an administrator now: they can disable it and invite your address again.",
    tell: "Tell an administrator, too: they can end all your sessions.",
    unsent: "The e-mail could not be sent. Use “Forgot your password?” when you sign in.",
    leave: "Sign out",
  },
});
