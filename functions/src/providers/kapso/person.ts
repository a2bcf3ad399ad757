import type { Conversation, KapsoMessage } from "./wire.ts";

type Names = { phone: string | undefined; userId: string | undefined };

/** How the conversation names its person, as WhatsApp itself would: bare digits, and a user id. */
export function namesIn(conversation: Conversation | undefined): Names {
  const digits = conversation?.phone_number?.replace(/\D/g, "");
  return { phone: digits || undefined, userId: conversation?.business_scoped_user_id };
}

/** The description that WhatsApp puts beside its messages, made of the conversation. */
export function contactsOf(conversation: Conversation | undefined, names: Names): unknown[] {
  const { username, kapso } = conversation ?? {};
  return [
    {
      profile: { name: kapso?.contact_name, username },
      wa_id: names.phone,
      user_id: names.userId,
    },
  ];
}

/** The message with the person in it: Kapso may leave them to the conversation. */
export function addressed(
  message: KapsoMessage,
  { phone, userId }: Names,
  echo: boolean,
): KapsoMessage {
  if (echo) {
    if (message.to ?? message.to_user_id) return message;
    return { ...message, to: phone, to_user_id: userId };
  }
  if (message.from ?? message.from_user_id) return message;
  return { ...message, from: phone, from_user_id: userId };
}
