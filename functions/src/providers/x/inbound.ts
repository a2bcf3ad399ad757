import type { InboundEvent } from "@hilo/schema";
import type { Account, RawRequest } from "../adapter.ts";
import { encryptedOf, messageOf, type Place, readOf } from "./messages.ts";
import { Activity, DirectMessage, Encrypted, Envelope, MarkRead } from "./wire.ts";

/** Reads one delivery of the Account Activity API or of the X Activity API that took its place. */
export function parse(
  { rawBody }: Pick<RawRequest, "rawBody">,
  { settings, address }: Pick<Account, "settings" | "address">,
): InboundEvent[] {
  const body = json(rawBody);
  const envelope = Envelope.safeParse(body);
  const found = envelope.success
    ? ofEnvelope(envelope.data.data, settings)
    : ofActivity(body, undefined, settings);
  if (found.length === 0) return [unsupported("A body without events")];
  return found.map((event) => ofAccount(event, address));
}

/** An app may have several accounts on one address: what is for another is not this channel's. */
function ofAccount(event: InboundEvent, address: string): InboundEvent {
  const account = "account" in event ? event.account : undefined;
  return account === undefined || account === address
    ? event
    : unsupported("An event for another account");
}

function json(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString("utf8"));
  } catch {
    return undefined;
  }
}

function unsupported(reason: string, account?: string): InboundEvent {
  return { type: "unsupported", reason, ...(account ? { account } : {}) };
}

type Data = ReturnType<typeof Envelope.parse>["data"];

function ofEnvelope(data: Data, settings: Account["settings"]): InboundEvent[] {
  const { event_type: kind, payload } = data;
  const us = data.filter?.user_id;
  if (kind === "chat.received" || kind === "chat.sent") return [encrypted(payload, us)];
  if (kind === "oauth.revoke") return [revoked(us)];
  if (/^(profile\.|chat\.conversation_join$|dm\.indicate_typing$)/.test(kind))
    return [{ type: "ignored", reason: kind }];
  if (/^dm\.(received|sent|read)$/.test(kind)) return ofActivity(payload, us, settings);
  return [unsupported(`An event of an unknown kind: ${kind.slice(0, 80)}`, us)];
}

function encrypted(payload: unknown, us: string | undefined): InboundEvent {
  const { data } = Encrypted.safeParse(payload);
  const event = data && us ? encryptedOf(data, us) : undefined;
  return event ?? unsupported("An encrypted message of an unknown shape", us);
}

/** The account took its leave from the app: nothing comes or goes until it is connected anew. */
function revoked(account: string | undefined): InboundEvent {
  const text = "The X account has withdrawn the app's access: connect it again.";
  return {
    type: "account",
    level: "error",
    code: "revoked",
    text,
    ...(account ? { account } : {}),
  };
}

function ofActivity(
  body: unknown,
  ofFilter: string | undefined,
  settings: Account["settings"],
): InboundEvent[] {
  const { data: activity } = Activity.safeParse(body);
  if (!activity) return [unsupported("A body of an unknown shape")];
  const revoke = activity.user_event?.revoke;
  if (revoke) return [revoked(revoke.source?.user_id)];
  const us = ofFilter ?? activity.for_user_id;
  if (us) return eventsOf(activity, { us, users: activity.users ?? {}, appId: settings.appId });
  return [unsupported("An event that does not tell whose it is")];
}

function eventsOf(activity: Activity, place: Place): InboundEvent[] {
  const messages = (activity.direct_message_events ?? []).map((event) => {
    const { data } = DirectMessage.safeParse(event);
    const known = data && messageOf(data, place);
    return known ?? unsupported("A direct message event of an unknown kind", place.us);
  });
  const reads = (activity.direct_message_mark_read_events ?? []).map((event) => {
    const { data } = MarkRead.safeParse(event);
    const known = data && readOf(data, place);
    return known ?? unsupported("A read event of an unknown shape", place.us);
  });
  const typing = activity.direct_message_indicate_typing_events?.length;
  const found = [...messages, ...reads];
  if (found.length > 0) return found;
  const others = Object.keys(activity).filter((key) => /_events?$/.test(key));
  if (typing || others.length > 0)
    return [{ type: "ignored", reason: others.join(", ").slice(0, 80) || "typing" }];
  return [];
}
