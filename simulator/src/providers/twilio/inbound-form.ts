import type { DemoChannel } from "../../phones/demo-channels.ts";
import type { StoredFile } from "../../phones/files.ts";
import type { Inbound } from "../../phones/inbound.ts";
import { type Person, userIdOf } from "../../phones/person.ts";
import type { Action, Kind } from "../../phones/thread.ts";
import { account, apiVersion } from "./account.ts";
import { putTogether } from "./address.ts";
import type { Form } from "./sign.ts";

type Parts = {
  sid: string;
  channel: DemoChannel;
  person: Person;
  message: Inbound;
  files: StoredFile[];
};

const types: Partial<Record<Kind | Action, string>> = {
  text: "text",
  image: "image",
  video: "video",
  audio: "audio",
  document: "document",
  sticker: "sticker",
  location: "location",
  contact: "contacts",
  button: "button",
  list: "interactive",
};

/** The form that Twilio posts for a customer's message. */
export function inboundForm(url: string, parts: Parts): Form {
  const form: Form = {
    ...base(parts),
    ...(parts.channel.platform === "whatsapp" ? whatsapp(parts) : geography),
    ...media(url, parts),
    ...(parts.message.optOut && { OptOutType: parts.message.optOut }),
  };
  const changed: [string, string | null][] = Object.entries({ ...form, ...parts.message.fields });
  return Object.fromEntries(
    changed.filter((field): field is [string, string] => field[1] !== null),
  );
}

function base({ sid, channel, person, message, files }: Parts): Form {
  const { platform } = channel;
  const address = person.phone ?? person.userId ?? person.id;
  return {
    SmsMessageSid: sid,
    NumMedia: String(files.length),
    SmsSid: sid,
    SmsStatus: "received",
    Body: bodyOf(message),
    To: putTogether({ platform, address: channel.address }),
    NumSegments: "1",
    MessageSid: sid,
    AccountSid: account.sid,
    From: putTogether({ platform, address }),
    ApiVersion: apiVersion,
  };
}

function bodyOf({ text, button, list }: Inbound): string {
  return button?.title ?? list?.title ?? text;
}

const geography: Form = {
  ToCountry: "US",
  ToState: "",
  ToCity: "",
  ToZip: "",
  FromCountry: "CL",
  FromState: "",
  FromCity: "",
  FromZip: "",
};

function whatsapp(parts: Parts): Form {
  const { person, message } = parts;
  return {
    MessageType: types[message.kind] ?? "text",
    ReferralNumMedia: "0",
    ...profile(parts),
    ...(message.location && location(message.location)),
    ...choice(message),
    ...reply(parts),
    ...(message.forwarded && { Forwarded: "true" }),
    ...(message.forwarded === "frequently" && { FrequentlyForwarded: "true" }),
    ...referral(message),
    ...(person.parentUserId !== undefined && { ParentExternalUserId: person.parentUserId }),
  };
}

function profile({ person, message }: Parts): Form {
  const waId = person.phone?.slice(1);
  const hidden = message.from.userId === null;
  const userId = hidden ? undefined : (person.userId ?? (person.phone && userIdOf(person.phone)));
  const context = { ProfileName: person.name, ...(waId !== undefined && { WaId: waId }) };
  return {
    ProfileName: person.name,
    ...(waId !== undefined && { WaId: waId }),
    ...(userId !== undefined && { ExternalUserId: userId }),
    ...(person.username !== undefined && { ProfileUsername: person.username }),
    ChannelMetadata: JSON.stringify({ type: "whatsapp", data: { context } }),
  };
}

function location(place: NonNullable<Inbound["location"]>): Form {
  return {
    Latitude: String(place.latitude),
    Longitude: String(place.longitude),
    ...(place.address !== undefined && { Address: place.address }),
    ...(place.name !== undefined && { Label: place.name }),
  };
}

function choice({ button, list }: Inbound): Form {
  return {
    ...(button && { ButtonText: button.title, ButtonPayload: button.id, ButtonType: "REPLY" }),
    ...(list && { ListId: list.id, ListTitle: list.title }),
    ...(list?.description !== undefined && { ListDescription: list.description }),
  };
}

function reply({ channel, message }: Parts): Form {
  if (message.replyTo === undefined) return {};
  const { platform, address } = channel;
  return {
    OriginalRepliedMessageSid: message.replyTo,
    OriginalRepliedMessageSender: putTogether({ platform, address }),
  };
}

function referral({ referral }: Inbound): Form {
  const { headline, body, url, sourceId, sourceType } = referral ?? {};
  return {
    ...(headline !== undefined && { ReferralHeadline: headline }),
    ...(body !== undefined && { ReferralBody: body }),
    ...(url !== undefined && { ReferralSourceUrl: url }),
    ...(sourceId !== undefined && { ReferralSourceId: sourceId }),
    ...(sourceType !== undefined && { ReferralSourceType: sourceType }),
  };
}

function media(url: string, { sid, files }: Parts): Form {
  const folder = `${url}/${apiVersion}/Accounts/${account.sid}/Messages/${sid}/Media`;
  const fields = files.flatMap((file, index) => [
    [`MediaUrl${index}`, `${folder}/${file.id}`],
    [`MediaContentType${index}`, file.type],
  ]);
  return Object.fromEntries(fields);
}
