import { db, workspace } from "../../../functions/src/platform/firestore.ts";

/**
 * The usual way: look the message, the contact and the conversation up by their fields, make what is missing,
 * then read, count and write back in a transaction, and count the day in one document.
 */
export async function recordNaively(
  workspaceId: string,
  form: Record<string, string>,
): Promise<void> {
  const { MessageSid = "", From = "", Body = "", ProfileName = "" } = form;
  const space = workspace(workspaceId);
  const known = await db()
    .collectionGroup("messages")
    .where("externalId", "==", MessageSid)
    .limit(1)
    .get();
  if (!known.empty) return;
  const contact = await firstOrNew(space.collection("contacts"), "phone", From, {
    name: ProfileName,
  });
  const conversation = await firstOrNew(
    space.collection("conversations"),
    "contactId",
    contact.id,
    { unread: 0, inboundCount: 0, status: "open" },
  );
  await conversation.collection("messages").add({
    direction: "inbound",
    text: Body,
    externalId: MessageSid,
    createdAt: new Date(),
  });
  const day = space.collection("stats").doc("day");
  await db().runTransaction(async (transaction) => {
    const [current, counted] = await transaction.getAll(conversation, day);
    transaction.update(conversation, {
      unread: Number(current?.get("unread") ?? 0) + 1,
      inboundCount: Number(current?.get("inboundCount") ?? 0) + 1,
      lastMessageAt: new Date(),
      preview: Body,
      status: "open",
    });
    transaction.set(day, { received: Number(counted?.get("received") ?? 0) + 1 }, { merge: true });
  });
}

async function firstOrNew(
  collection: FirebaseFirestore.CollectionReference,
  field: string,
  value: string,
  rest: object,
): Promise<FirebaseFirestore.DocumentReference> {
  const found = await collection.where(field, "==", value).limit(1).get();
  return found.docs[0]?.ref ?? collection.add({ [field]: value, ...rest });
}
