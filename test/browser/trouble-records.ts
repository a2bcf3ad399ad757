import {
  Contact,
  DeadLetter,
  Funnel,
  isEnded,
  Lead,
  LeadKind,
  LeadSettings,
  LeadState,
  Template,
  TemplateStatus,
} from "@hilo/schema";
import { at, day, theirs, times } from "./trouble-words.ts";

const reasons = [
  "A status of a message that Hilo did not send",
  "The body could not be read",
  "A message of a size or shape that cannot be kept",
  "It is for an account that is not connected",
  "A report of a call that is not known",
  "A WhatsApp message without an id",
  "An event of an unknown kind: account_settings_update",
];

function letterOf(reason: string, i: number): DeadLetter {
  return DeadLetter.parse({
    channelId: "meta-whatsapp",
    provider: "meta",
    reason,
    contentType: i % 2 ? "application/json" : "application/x-www-form-urlencoded",
    body: i % 2 ? "" : theirs("b"),
    query: {},
    times: i + 1,
    receivedAt: new Date(at - 400 * day),
  });
}

const templateReasons = [
  null,
  "lacks_appId",
  "gone",
  "INVALID_FORMAT: Too few words",
  "Names are not allowed",
  "SCAM",
];

/** A template in each state, with each kind of reason, and a quick reply. */
export function templates(): Template[] {
  const approved = TemplateStatus.options.map((status, i) => ({
    channelId: "meta-whatsapp",
    externalId: null,
    name: `zz${i}`,
    language: ["es", "en_US", "pt_BR"][i % 3],
    category: ["UTILITY", "MARKETING", "AUTHENTICATION"][i % 3],
    status,
    reason: templateReasons[i],
    quality: ["GREEN", "YELLOW", "RED", "UNKNOWN", "NEW_ONE"][i % 5],
    header: i % 2 ? { type: "document" } : { type: "text", text: theirs("h") },
    buttons: [{ type: "url", title: theirs("u"), value: "https://hilo.test/{{button0}}" }],
    ...(i === 4 ? { unsendable: "CAROUSEL_V2" } : i === 5 ? { unsendable: "hologram_part" } : {}),
  }));
  return [...approved, null].map((one, i) =>
    Template.parse({
      name: theirs(`n${i}`),
      category: i % 2 ? "" : theirs("c"),
      platforms: one ? ["whatsapp"] : ["sms", "email", "whatsapp"],
      text: `${theirs("t")} {{1}}`,
      examples: { 1: theirs("x") },
      approved: one,
      used: i,
      ...times,
    }),
  );
}

/** A lead in each state; those that are open stand in one column. */
export function leads(): Lead[] {
  return LeadState.options.map((state, i) =>
    Lead.parse({
      conversationId: "c",
      contactId: "known",
      name: "+56981234567",
      source: { kind: "channel", platform: "whatsapp" },
      kind: LeadKind.options[i],
      state,
      value: { amount: 100_000, currency: "CLP" },
      ownerId: "none",
      teamId: "none",
      funnel: {
        ...{ id: "sales", stage: "s0", since: at - 400 * day, rank: `a${i}V`, by: "rule" },
        why: [{ rule: "es.price", values: [theirs("p")] }],
      },
      column: isEnded(state) ? null : "sales/s0",
      waitingSince: at - day,
      ...times,
    }),
  );
}

/** Both funnels under names of their own. */
export function funnels(): Record<string, Funnel> {
  const stages = ["s0", "s1"].map((id) => ({ id, name: theirs(id), color: "#4b4fe0", limit: 1 }));
  return Object.fromEntries(
    ["sales", "support"].map((id, order) => [
      id,
      Funnel.parse({ name: theirs(id), order, stages, ...times }),
    ]),
  );
}

/** Why leads are lost there. */
export function leadSettings(): LeadSettings {
  return LeadSettings.parse({ lostReasons: [{ id: "price", name: theirs("l") }] });
}

/** Of whom nobody knows more than addresses. */
export function contact(): Contact {
  return Contact.parse({
    name: "+56981234567",
    phones: ["+56981234567", "+5491122334455"],
    emails: ["ana@correo.test"],
    country: "CL",
    language: "pt-BR",
    preferredChannelId: "meta-whatsapp",
    tags: [],
    fields: {},
    ...times,
  });
}

/** A dead letter for each kind of reason. */
export function letters(): DeadLetter[] {
  return reasons.map(letterOf);
}
