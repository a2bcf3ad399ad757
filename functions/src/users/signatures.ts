import { mostSignatures, type Signatures } from "@hilo/schema";
import { audit, changesOf, type Doer } from "../audit/audit.ts";
import { refuseChanged } from "../audit/seen.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db } from "../platform/firestore.ts";
import { isTooDeep } from "../platform/flat-html.ts";
import { safeHtml, wordsOnly } from "../platform/safe-html.ts";
import { findMember, memberAt } from "./store.ts";

/** Changes the signatures that are given, an empty one to none; throws `invalid` where one cannot be kept. */
export async function changeSignatures(
  doer: Doer,
  { signatures, seen }: { signatures: Signatures; seen?: { signatures?: unknown } | undefined },
): Promise<{ signatures: Signatures }> {
  const entries = await Promise.all(
    Object.entries(signatures).map(async ([id, html]) => [id, await cleaned(id, html)] as const),
  );
  const place = memberAt(doer.workspaceId, doer.id);
  const target = `members/${doer.id}`;
  return db().runTransaction(async (transaction) => {
    const member = await findMember(doer.workspaceId, doer.id, transaction);
    if (!member) throw new AppError("notFound", "There is no such member.");
    const before = member.signatures ?? {};
    await refuseChanged({
      workspaceId: doer.workspaceId,
      target,
      before: { signatures: { ...emptied(signatures), ...before } },
      seen,
      wanted: { signatures: Object.fromEntries(entries) },
    });
    const all = Object.entries({ ...before, ...Object.fromEntries(entries) });
    const after = Object.fromEntries(all.filter(([, html]) => html !== ""));
    if (Object.keys(after).length > mostSignatures)
      throw new AppError("invalid", `Keep at most ${mostSignatures} signatures.`);
    const changed = Object.keys(changesOf(before, { ...emptied(before), ...after }));
    if (changed.length === 0) return { signatures: after };
    transaction.update(place, { signatures: after, updatedAt: new Date(now()) });
    const channels = { signatures: { to: changed } };
    audit(transaction, doer, "users.changeSignatures", target, channels);
    return { signatures: after };
  });
}

function emptied(signatures: Signatures): Signatures {
  return Object.fromEntries(Object.keys(signatures).map((id) => [id, ""]));
}

async function cleaned(id: string, html: string): Promise<string> {
  const clean = (await isTooDeep(html)) ? undefined : await safeHtml(html, wordsOnly);
  if (clean !== undefined && clean.length <= longest) return isSeen(clean) ? clean : "";
  throw new AppError("invalid", "This signature cannot be kept. Write a simpler one.", {
    details: [{ path: `signatures.${id}`, message: "Too long or nested too deep" }],
  });
}

/** In characters; what is written plainly takes more of them as HTML. */
const longest = 5000;

/** Whether anything is left once the mark-up is gone. */
function isSeen(html: string): boolean {
  return html.replace(/<[^>]*>|&nbsp;|\s/g, "") !== "";
}

/** What a member has below their mails on a channel; undefined where they have nothing of their own. */
export async function signatureOf(
  workspaceId: string,
  memberId: string,
  channelId: string,
): Promise<string | undefined> {
  return (await findMember(workspaceId, memberId))?.signatures?.[channelId];
}
