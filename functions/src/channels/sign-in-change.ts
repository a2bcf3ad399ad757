import type { Actor } from "../platform/auth.ts";
import { config } from "../platform/config.ts";
import { log } from "../platform/log.ts";
import { languageOf, workspaceName, zoneOf } from "../settings/settings.ts";
import { memberOf } from "../users/members.ts";
import { noticeChange, notTold, type Untold } from "../users/sign-ins.ts";
import { mailByHouse } from "./house-mail.ts";

/**
 * Has a member know that their password or mailbox was changed, by mail where their workspace has a mailbox; their
 * console asks them, too. What goes wrong here keeps nobody from working.
 */
export async function tellOfChange(actor: Actor): Promise<void> {
  try {
    const untold = await noticeChange(actor);
    if (untold) await tell(actor, untold);
  } catch (error) {
    log.error("signIn.changeUnnoticed", { uid: actor.id, error });
  }
}

async function tell({ workspaceId }: Actor, untold: Untold): Promise<void> {
  const { uid, mailbox } = untold;
  log.warn("signIn.changed", { uid, what: untold.what });
  try {
    await mailByHouse(workspaceId, { to: mailbox, ...(await letterFor(workspaceId, untold)) });
  } catch (error) {
    log.error("signIn.untold", { uid, error });
    await notTold(uid);
  }
}

async function letterFor(workspaceId: string, { uid, what, at }: Untold) {
  const member = await memberOf(workspaceId, uid);
  const language = member?.language ?? (await languageOf(workspaceId));
  const timeZone = member?.timeZone ?? (await zoneOf(workspaceId));
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  });
  const facts = {
    name: member?.name ?? "",
    when: `${format.format(at)} (${timeZone})`,
    where: await workspaceName(workspaceId),
    url: config().PUBLIC_BASE_URL,
  };
  return { subject: words[language][what].subject, text: words[language][what].text(facts) };
}

type Facts = { name: string; when: string; where: string; url: string };

const words = {
  es: {
    password: {
      subject: "Tu contraseña de Hilo cambió",
      text: ({ name, when, where, url }: Facts) => `Hola, ${name}:

La contraseña con la que entras a ${where} cambió el ${when}. Las sesiones abiertas antes terminaron.

Si fuiste tú, no hay nada que hacer.

Si no fuiste tú, entra en ${url}, elige «¿Olvidaste tu contraseña?» para crear otra y avisa a quien administra ${where}: puede cerrar tus sesiones y desactivar tu cuenta.`,
    },
    mailbox: {
      subject: "El correo con el que entras a Hilo cambió",
      text: ({ name, when, where }: Facts) => `Hola, ${name}:

Desde el ${when} se entra a ${where} con otro correo en lugar de este. Las sesiones abiertas antes terminaron.

Si fuiste tú, no hay nada que hacer.

Si no fuiste tú, avisa ahora a quien administra ${where}: puede desactivar tu cuenta e invitar de nuevo a este correo.`,
    },
  },
  en: {
    password: {
      subject: "Your Hilo password was changed",
      text: ({ name, when, where, url }: Facts) => `Hello ${name},

The password with which you sign in to ${where} was changed on ${when}. Sessions begun before have ended.

If it was you, there is nothing to do.

If it was not you, go to ${url}, choose “Forgot your password?” to set another one, and tell an administrator of ${where}: they can end your sessions and disable your account.`,
    },
    mailbox: {
      subject: "The e-mail with which you sign in to Hilo was changed",
      text: ({ name, when, where }: Facts) => `Hello ${name},

Since ${when}, another e-mail address signs in to ${where} in the place of this one. Sessions begun before have ended.

If it was you, there is nothing to do.

If it was not you, tell an administrator of ${where} now: they can disable your account and invite this address again.`,
    },
  },
} as const;
