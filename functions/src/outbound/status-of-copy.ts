import { type RefusedCopy, type StatusEvent, sameMailAddress } from "@hilo/schema";
import { type DocumentReference, FieldValue } from "../platform/firestore.ts";

/**
 * What became of a copy says nothing of the message: one that came back is noted beside it. Gives whether the status
 * was about a copy; only one that names its recipient costs a read.
 */
export async function notedOfCopy(ref: DocumentReference, event: StatusEvent): Promise<boolean> {
  const { recipient, status, error } = event;
  if (!recipient) return false;
  const message = await ref.get();
  const copies: unknown[] = [message.get("mail.cc"), message.get("mail.bcc")].flat();
  const copy = copies.find((one) => typeof one === "string" && sameMailAddress(one, recipient));
  if (typeof copy !== "string") return false;
  if (status === "failed" && error) {
    const refused: RefusedCopy = { address: copy, code: error.code, message: error.message };
    await ref.update({ "mail.refused": FieldValue.arrayUnion(refused) });
  }
  return true;
}
