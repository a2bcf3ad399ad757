import { type InboundEvent, type Sender, visibleName } from "@hilo/schema";

/**
 * An event whose names can safely stand in a list: one that cannot be seen is none, and none turns around what
 * stands beside it.
 */
export function withVisibleNames(event: InboundEvent): InboundEvent {
  if (!("sender" in event) || !event.sender) return event;
  const sender = named(event.sender);
  if (event.type !== "message" || event.writer === undefined) return { ...event, sender };
  const { writer, ...rest } = event;
  const seen = visibleName(writer);
  return { ...rest, sender, ...(seen ? { writer: seen } : {}) };
}

function named({ name, username, ...sender }: Sender): Sender {
  const [seenName, seenUsername] = [visibleName(name), visibleName(username)];
  return {
    ...sender,
    ...(seenName ? { name: seenName } : {}),
    ...(seenUsername ? { username: seenUsername } : {}),
  };
}
