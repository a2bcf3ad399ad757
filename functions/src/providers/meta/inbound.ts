import type { InboundEvent, Platform } from "@hilo/schema";
import type { Account, RawRequest } from "../adapter.ts";
import { readMessaging } from "./messaging.ts";
import { readPageChange } from "./page-changes.ts";
import { readWhatsAppChange } from "./whatsapp-changes.ts";
import { Change, Entry, Envelope, Metadata } from "./wire.ts";

/**
 * Every event of a Meta webhook: of several entries and changes, each is read by itself, so that a bad one does
 * not spoil the others. `account` is the first channel the request may be for.
 */
export function parse(request: RawRequest, account: Account): InboundEvent[] {
  const envelope = Envelope.safeParse(jsonIn(request.rawBody));
  if (!envelope.success) return [unsupported("A body that is not Meta's")];
  const { object, entry: entries } = envelope.data;
  const reader = Object.hasOwn(readers, object) ? readers[object] : undefined;
  const platform = platforms.get(object);
  if (!reader || !platform) return [unsupported(`A webhook about ${object.slice(0, 60)}`)];
  return entries.flatMap((item) => {
    const entry = Entry.safeParse(item);
    if (!entry.success) return [unsupported("An entry without a shape")];
    const page = platform === "whatsapp" ? undefined : entry.data.id;
    return reader(entry.data, account).map((event) => withAccount(event, page));
  });
}

/** The platform a body is about, also where nothing else of it can be read: its `object`. */
export function platformOf({ rawBody }: RawRequest): Platform | undefined {
  const envelope = Envelope.safeParse(jsonIn(rawBody));
  return envelope.success ? platforms.get(envelope.data.object) : undefined;
}

const platforms = new Map<string, Platform>([
  ["whatsapp_business_account", "whatsapp"],
  ["page", "messenger"],
  ["instagram", "instagram"],
]);

/** What cannot be read is kept with the account that the parts around it name. */
function withAccount(event: InboundEvent, account: string | undefined): InboundEvent {
  if (event.type !== "unsupported" || event.account !== undefined || !account) return event;
  return { ...event, account };
}

type Reader = (entry: Entry, account: Account) => InboundEvent[];

const readers: Record<string, Reader> = {
  whatsapp_business_account: (entry) =>
    changesOf(entry, ({ field, value }) => readWhatsAppChange(field, value, entry)),
  page: (entry, account) => readPage(entry, account, "messenger"),
  instagram: (entry, account) => readPage(entry, account, "instagram"),
};

/** Conversations on standby belong to another app, which answers them: they are not ours to show. */
function readPage(
  entry: Entry,
  { settings }: Account,
  platform: "messenger" | "instagram",
): InboundEvent[] {
  const place = { account: entry.id, platform, appId: settings.appId };
  const events = [
    ...(entry.messaging ?? []).flatMap((item) => readMessaging(item, place)),
    ...(entry.standby ?? []).map(
      (): InboundEvent => ({ type: "ignored", reason: "Another app owns this conversation" }),
    ),
    ...(entry.changes ? changesOf(entry, (change) => readPageChange(change, entry)) : []),
  ];
  const empty = !entry.messaging && !entry.standby && !entry.changes;
  return empty ? [unsupported("An entry of an unknown shape")] : events;
}

function changesOf(
  entry: Entry,
  read: (change: { field: string; value: Record<string, unknown> }) => InboundEvent[],
): InboundEvent[] {
  if (!entry.changes) return [unsupported("An entry without changes")];
  return entry.changes.flatMap((item) => {
    const change = Change.safeParse(item);
    if (!change.success) return [unsupported("A change without a field or value")];
    const number = Metadata.safeParse(change.data.value.metadata).data?.phone_number_id;
    return read(change.data).map((event) => withAccount(event, number));
  });
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

function unsupported(reason: string): InboundEvent {
  return { type: "unsupported", reason };
}
