import type { InboundEvent } from "@hilo/schema";
import { personOf } from "../meta-sender.ts";
import { readStatus } from "../meta-status.ts";
import { WhatsAppStatus } from "../meta-wire.ts";
import { namesIn } from "./person.ts";
import type { Conversation, KapsoMessage } from "./wire.ts";

/** Reads what became of a message: of the states Kapso lists, the one that the event names. */
export function readKapsoStatus(
  word: string,
  message: KapsoMessage,
  conversation: Conversation | undefined,
): InboundEvent {
  const told = (message.kapso?.statuses ?? []).flatMap((item) => {
    const status = WhatsAppStatus.safeParse(item);
    return status.success ? [status.data] : [];
  });
  const tag = told.map((one) => one.biz_opaque_callback_data).find(Boolean);
  const named = told.findLast((one) => one.status === word);
  const errors = word === "failed" ? { errors: message.errors } : {};
  const status = {
    ...errors,
    biz_opaque_callback_data: tag,
    ...named,
    id: message.id,
    status: word,
  };
  const event = readStatus(status);
  if (event.type !== "status" || event.sender) return event;
  const sender = personOf(namesIn(conversation), undefined);
  return sender ? { ...event, sender } : event;
}
