import type { Actor } from "../platform/auth.ts";
import { config } from "../platform/config.ts";
import { log } from "../platform/log.ts";
import { languageOf, workspaceName, zoneOf } from "../settings/settings.ts";
import { texts } from "../texts/texts.ts";
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
  const { passwordChanged, mailboxChanged } = texts[language];
  const { subject, text } = what === "password" ? passwordChanged : mailboxChanged;
  return { subject, text: text(facts) };
}
