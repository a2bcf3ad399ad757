import { apiBase, fill, visitorRoutes } from "@hilo/schema";
import * as z from "zod";
import { messageOf } from "../conversations/store.ts";
import { systemLine, theHouse } from "../conversations/system-line.ts";
import { config } from "../platform/config.ts";
import { hash, isSigned, signLink } from "../platform/crypto.ts";
import { commit, db } from "../platform/firestore.ts";
import { type Addressee, heedMailWish } from "./mail-recipients.ts";

/** Which mails are stopped: those of a mailbox to an address; and the conversation that one came from. */
const Stop = z.object({
  workspaceId: z.string(),
  channelId: z.string(),
  conversationId: z.string(),
  address: z.string(),
});
type Stop = z.infer<typeof Stop>;

/** The page on which whoever got a mail says that they want no more; it holds for as long as mails are kept. */
export function stopUrlFor(stop: Addressee & Stop): string {
  const { workspaceId, channelId, conversationId, address } = stop;
  const told = JSON.stringify([workspaceId, channelId, conversationId, address]);
  const payload = Buffer.from(told).toString("base64url");
  const token = `${payload}.${signLink(stopping(payload))}`;
  return config().PUBLIC_BASE_URL + apiBase + fill(visitorRoutes.stopMails.path, { token });
}

function stopping(payload: string): string {
  return `mail stop\n${payload}`;
}

/** What a page's token stands for; undefined when it was not signed by us. */
export function stopIn(token: string): Stop | undefined {
  const [payload = "", signature = ""] = token.split(".");
  if (!isSigned(stopping(payload), signature)) return undefined;
  const told = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  const [workspaceId, channelId, conversationId, address] = z.array(z.string()).parse(told);
  return Stop.parse({ workspaceId, channelId, conversationId, address });
}

/** Has mails to an address stop, or come again; the conversation is told of the first time. */
export async function heedStop(stop: Stop, wanted: boolean): Promise<void> {
  const { workspaceId, conversationId, channelId, address } = stop;
  const known = await heedMailWish({ workspaceId, channelId, address }, !wanted);
  if (!known || wanted) return;
  const lineId = hash(conversationId, "mail stop", address);
  const batch = db().batch();
  const line = systemLine({ type: "mailStopped", to: address }, theHouse);
  batch.create(messageOf(workspaceId, conversationId, lineId), line);
  await commit(batch);
}
