import type { InboundEvent } from "@hilo/schema";
import * as z from "zod";
import { readMessage } from "../meta-message.ts";
import { readStatus } from "../meta-status.ts";
import { cut, Items } from "../meta-wire.ts";

const Entry = z.looseObject({ changes: Items });
const Change = z.looseObject({
  field: z.string().catch(""),
  value: z
    .looseObject({
      metadata: z.looseObject({ phone_number_id: z.coerce.string() }).optional().catch(undefined),
      contacts: z.unknown(),
      messages: Items,
      message_echoes: Items,
      statuses: Items,
    })
    .catch({ contacts: [], messages: [], message_echoes: [], statuses: [] }),
});
type Change = z.infer<typeof Change>;

/** Meta's own webhook, which Kapso can forward as it came. */
export function readForwarded(
  body: Record<string, unknown>,
  settings: Record<string, string>,
): InboundEvent[] {
  const changes = Items.parse(body.entry).flatMap((entry) => {
    const parsed = Entry.safeParse(entry);
    return parsed.success ? parsed.data.changes : [];
  });
  if (changes.length === 0) return [unsupported("A forwarded body without changes")];
  return changes.flatMap((change) => readChange(change, settings.phoneNumberId));
}

function readChange(item: unknown, own: string | undefined): InboundEvent[] {
  const parsed = Change.safeParse(item);
  if (!parsed.success) return [unsupported("A forwarded change that is no object")];
  const { field, value } = parsed.data;
  const number = value.metadata?.phone_number_id;
  if (number && own && number !== own) return [unsupported("An event of another phone number")];
  if (field === "messages" || field === "smb_message_echoes") return events(value);
  return [{ type: "ignored", reason: cut(`Meta's ${field}, which Kapso looks after`) }];
}

function events({ contacts, messages, message_echoes, statuses }: Change["value"]): InboundEvent[] {
  const found = [
    ...messages.flatMap((item) => readMessage(item, { contacts })),
    ...message_echoes.flatMap((item) => readMessage(item, { contacts, echo: true })),
    ...statuses.map((item) => readStatus(item)),
  ];
  return found.length > 0 ? found : [{ type: "ignored", reason: "A change without messages" }];
}

function unsupported(reason: string): InboundEvent {
  return { type: "unsupported", reason };
}
