const form = /^hilo\/([A-Za-z0-9_-]{1,128})\/([A-Za-z0-9_-]{1,128})$/;

type Ids = { conversationId: string; messageId: string };

/**
 * Our ids as a provider gives them back: WhatsApp's `biz_opaque_callback_data` (≤ 512 bytes), Messenger's
 * `metadata`. By them a status finds its message even before the send was answered.
 */
export function tagOf({ conversationId, messageId }: Ids): string {
  return `hilo/${conversationId}/${messageId}`;
}

/** The ids of a tag of ours; undefined for anything else, such as another program's. */
export function idsIn(tag: string | undefined): Ids | undefined {
  const [, conversationId, messageId] = form.exec(tag ?? "") ?? [];
  return conversationId && messageId ? { conversationId, messageId } : undefined;
}
