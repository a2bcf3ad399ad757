import type { InboundEvent } from "@hilo/schema";
import type { Account, RawRequest } from "../adapter.ts";
import { firstOf } from "./headers.ts";
import type { Letter } from "./letter.ts";
import { carriesOurMark, isOwn } from "./machine.ts";
import { readMailgun } from "./mailgun.ts";
import { mailgunEvents } from "./mailgun-events.ts";
import { messageEvent } from "./message.ts";
import { personOf } from "./person.ts";
import { PostmarkMail, readPostmark } from "./postmark.ts";
import { postmarkEvents } from "./postmark-events.ts";
import { complaintEvents, deliveryEvents } from "./report.ts";
import { readSendgrid } from "./sendgrid.ts";
import { sendgridEvents } from "./sendgrid-events.ts";
import { idsFrom, messageIdsIn } from "./thread.ts";
import { jsonOf, type Service, serviceOf } from "./wire.ts";

/** Reads one request of a mail service: a mail that came, or what became of mails we sent. */
export async function parse(request: RawRequest, account: Account): Promise<InboundEvent[]> {
  const service = serviceOf(request);
  if (!service) return [unsupported("It is for no mail service we know")];
  try {
    const isJson = /^application\/json/i.test(request.headers["content-type"] ?? "");
    if (isJson) return await readJson[service](jsonOf(request.rawBody), account);
    if (service === "postmark") return [unsupported("Postmark sends JSON")];
    const read = service === "sendgrid" ? readSendgrid : readMailgun;
    return await eventsOf(account, await read(request));
  } catch {
    return [unsupported("A mail that could not be read")];
  }
}

type ReadJson = (body: unknown, account: Account) => InboundEvent[] | Promise<InboundEvent[]>;

const readJson: Record<Service, ReadJson> = {
  sendgrid: sendgridEvents,
  mailgun: mailgunEvents,
  postmark: async (body, account) => {
    const events = postmarkEvents(body, account);
    if (events) return events;
    const mail = PostmarkMail.safeParse(body);
    if (!mail.success) return [unsupported("A Postmark webhook of an unknown kind")];
    return eventsOf(account, await readPostmark(mail.data));
  },
};

/** What a mail is to the inbox: a report on our own, our own coming back, or a person's message. */
export async function eventsOf(account: Account, letter: Letter): Promise<InboundEvent[]> {
  const report = complaintEvents(account, letter) ?? deliveryEvents(account, letter);
  if (report) return report.length > 0 ? report : [ignored("A report without a recipient")];
  if (isOurs(account, letter)) return [ignored("Our own mail came back")];
  const message = await messageEvent(account, letter);
  return [message ?? unsupported("A mail without a sender we could answer")];
}

/** What we sent ourselves, or somebody wrote in our name: never a customer's message. */
function isOurs(account: Account, letter: Letter): boolean {
  const [messageId = ""] = messageIdsIn(firstOf(letter.headers, "message-id"));
  if (carriesOurMark(account, letter) || idsFrom(account, messageId)) return true;
  const { from } = letter;
  return from !== undefined && isOwn(account, from.address) && !personOf(account, letter);
}

function ignored(reason: string): InboundEvent {
  return { type: "ignored", reason };
}

function unsupported(reason: string): InboundEvent {
  return { type: "unsupported", reason };
}
