import { hash } from "../../../functions/src/platform/crypto.ts";
import { db, FieldValue, workspace } from "../../../functions/src/platform/firestore.ts";

/** Whose conversation is there already, with all that stands in one. */
const known = new Set<string>();

/**
 * The same three writes, of the same documents, and nothing else: what the pattern itself costs. The day has its date,
 * which whoever counts by days must tell.
 */
export async function recordBarely(
  workspaceId: string,
  form: Record<string, string>,
): Promise<void> {
  const at = Date.now();
  const { MessageSid = "", From = "", Body = "", ProfileName = "" } = form;
  const phone = From.replace("whatsapp:", "");
  const conversation = workspace(workspaceId).collection("conversations").doc(hash("bare", From));
  const batch = db().batch();
  const begun = known.has(From) ? {} : beginning(conversation.id, phone, ProfileName, at);
  known.add(From);
  batch.create(conversation.collection("messages").doc(hash("bare", MessageSid)), {
    kind: "text",
    text: Body,
    direction: "inbound",
    attachments: [],
    status: "received",
    statusRank: 0,
    statusAt: { received: at },
    externalId: MessageSid,
    author: { type: "contact", id: conversation.id, name: ProfileName },
    sender: { address: phone, phone, name: ProfileName },
    providerAt: at,
    createdAt: FieldValue.serverTimestamp(),
  });
  batch.set(
    conversation,
    {
      ...begun,
      unread: FieldValue.increment(1),
      inboundCount: FieldValue.increment(1),
      lastMessageAt: FieldValue.maximum(at),
      lastInboundAt: FieldValue.maximum(at),
      lastInboundId: MessageSid,
      waitingSince: FieldValue.minimum(at),
      episodeAt: FieldValue.minimum(at),
      replyUntil: FieldValue.maximum(at + 86_400_000),
      status: "open",
      snoozedUntil: null,
      preview: { text: Body, kind: "text", direction: "inbound" },
      updatedAt: FieldValue.serverTimestamp(),
    },
    { merge: true },
  );
  const day = new Date(at).toISOString().slice(0, 10).replaceAll("-", "");
  const shard = Number.parseInt(hash(From).slice(0, 1), 36) % 8;
  batch.set(
    workspace(workspaceId).collection("stats").doc(`${day}-${shard}`),
    {
      day,
      changedAt: new Date(Math.floor(at / 60_000) * 60_000),
      received: FieldValue.increment(1),
      receivedByHour: { [new Date(at).getUTCHours()]: FieldValue.increment(1) },
      receivedByPlatform: { whatsapp: FieldValue.increment(1) },
    },
    { merge: true },
  );
  await batch.commit();
}

/** What a conversation has besides what each message changes in it. */
function beginning(contactId: string, address: string, name: string, begunAt: number) {
  return {
    contactId,
    contact: { name, avatar: null, country: null },
    channelId: "twilio-whatsapp",
    provider: "twilio",
    platform: "whatsapp",
    address,
    priority: "normal",
    assigneeId: "none",
    teamId: "none",
    tags: [],
    begunAt,
    firstResponseAt: null,
    claim: null,
    funnel: null,
    leadId: null,
    optedOut: false,
    turn: { owner: "none", version: 0, since: begunAt, why: "begun" },
    episode: 1,
    createdAt: FieldValue.serverTimestamp(),
  };
}
