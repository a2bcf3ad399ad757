import {
  columnOf,
  isEnded,
  Lead,
  LeadHistory,
  type LeadKind,
  LeadNote,
  type LeadState,
  type Message,
  nobody,
  type Place as Standing,
} from "@hilo/schema";
import { type Classified, classify, type Heard } from "../../functions/src/funnels/classify.ts";
import { foldedOf } from "../../functions/src/leads/folding.ts";
import { rankAt } from "../../functions/src/leads/rank.ts";
import { isPersons, saidIn, tellsMatter } from "../../functions/src/leads/speech.ts";
import { historyOf, leadOf, notesOf, openLeadsOf } from "../../functions/src/leads/store.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import type { WriteBatch } from "../../functions/src/platform/firestore.ts";
import { channelTable } from "./channel-table.ts";
import type { Dialogue } from "./dialogue.ts";
import { members } from "./members.ts";
import type { Place, Written } from "./messages.ts";
import { workspaceId } from "./workspace.ts";

/** A lead of the demonstration, and what became of it. */
export type SeededLead = { id: string; lead: Lead; matter: string };

/** The lead that came from a dialogue. */
export function seededLead(dialogue: Dialogue, place: Place, thread: Written[]): SeededLead {
  const { kind, state, value } = dialogue.lead;
  const { channel, assignee = nobody, team = nobody } = dialogue;
  const messages = thread.map(({ message }) => message);
  const told = thread.filter(({ message }) => tellsMatter({ message }));
  const [openedAt, endedAt] = [messages[0]?.providerAt ?? 0, messages.at(-1)?.providerAt ?? 0];
  const says = classify(heardIn(messages));
  const last = told.at(-1);
  const funnel = standingOf(dialogue, thread, { says, messageId: last?.id, openedAt });
  const isOver = isEnded(state);
  const lead = Lead.parse({
    name: place.sender.name ?? place.sender.address,
    contactId: place.contactId,
    conversationId: place.conversationId,
    kind,
    state,
    value: value === undefined ? null : { amount: value, currency: "CLP" },
    ownerId: assignee,
    teamId: team,
    source: { kind: "channel", channelId: channel, platform: channelTable[channel].platform },
    funnel,
    column: isOver ? null : columnOf(funnel),
    folded: last && foldedOf(told, last.message.providerAt, says),
    tags: dialogue.tags ?? [],
    touched: value !== undefined,
    lostReason: state === "lost" ? lostReasons[kind] : null,
    wonAt: state === "won" ? endedAt : null,
    lostAt: state === "lost" ? endedAt : null,
    waitingSince: isOver ? null : waitingIn(messages),
    answeredAt: messages.findLast(isPersons)?.providerAt,
    openedAt,
    createdAt: messages[0]?.createdAt,
    updatedAt: messages.at(-1)?.createdAt,
  });
  return { id: hash("lead", place.conversationId, told[0]?.id ?? ""), lead, matter: funnel.id };
}

const lostReasons: Record<LeadKind, string> = {
  sale: "price",
  recovery: "competitor",
  noInterest: "noNeed",
  futureContact: "noAnswer",
  support: "other",
};

const salesStages: Record<LeadState, string> = {
  new: "initial",
  inProgress: "negotiation",
  negotiation: "debate",
  won: "closing",
  lost: "closing",
};
const supportStages: Record<LeadState, string> = {
  new: "firstContact",
  inProgress: "inProcess",
  negotiation: "inProcess",
  won: "closing",
  lost: "closing",
};

type Told = { says: Classified; messageId: string | undefined; openedAt: number };

/** Where it stands: as the words tell, where they tell the same; else as a person decided. */
function standingOf(
  { lead, stage, assignee }: Dialogue,
  thread: Written[],
  { says, messageId, openedAt }: Told,
): Standing {
  const id = lead.kind === "support" ? "support" : "sales";
  const usual = (id === "support" ? supportStages : salesStages)[lead.state];
  const standing = { id, stage: stage ?? usual };
  const isTold = says.funnel === id && says.stage === standing.stage;
  const since = thread[Math.floor(thread.length / 2)]?.message.providerAt ?? openedAt;
  const from = messageId ? { messageId } : {};
  const why = isTold ? says.why.map((one) => ({ ...one, ...from })) : [];
  const by = isTold || assignee === undefined ? ("rule" as const) : ("member" as const);
  return { ...standing, since, rank: rankAt(since), by, why };
}

function heardIn(messages: readonly Message[]): Heard[] {
  return messages
    .filter((message) => tellsMatter({ message }) || isPersons(message))
    .map((message) => saidIn(message));
}

function waitingIn(messages: readonly Message[]): number | null {
  const answered = messages.findLastIndex(isPersons);
  const after = messages.slice(answered + 1).filter(({ direction }) => direction === "inbound");
  return after[0]?.providerAt ?? null;
}

/** Writes a lead with what became of it, and its place among those of its person. */
export function writeLead(batch: WriteBatch, { id, lead, matter }: SeededLead, notes = ""): void {
  batch.create(leadOf(workspaceId, id), lead);
  for (const [name, entry] of historyIn(lead))
    batch.create(historyOf(workspaceId, id).doc(name), LeadHistory.parse(entry));
  if (notes)
    batch.create(
      notesOf(workspaceId, id).doc("first"),
      LeadNote.parse({ text: notes, by: ownerOf(lead), createdAt: lead.updatedAt }),
    );
  const at = lead.wonAt ?? lead.lostAt;
  const place = at === null ? { [matter]: id } : { ended: { [matter]: { leadId: id, at } } };
  batch.set(openLeadsOf(workspaceId, lead.contactId), place, { merge: true });
}

function ownerOf({ ownerId }: Lead): { id: string; name: string } {
  const found = Object.entries(members).find(([uid]) => uid === ownerId);
  return { id: ownerId, name: found?.[1].name ?? "Hilo" };
}

/** What became of it, step by step. */
function* historyIn(lead: Lead): Generator<[string, object]> {
  const { funnel, openedAt = 0, state, wonAt, lostAt, lostReason } = lead;
  if (!funnel) return;
  const hilo = { type: "rule", id: "hilo", name: "Hilo" };
  const by = lead.ownerId === nobody ? hilo : { type: "member", ...ownerOf(lead) };
  const first = `${funnel.id}/${funnel.id === "support" ? "firstContact" : "initial"}`;
  const column = columnOf(funnel);
  yield [
    "created",
    { workspaceId, step: "created", at: openedAt, by: hilo, entered: first, state: "new" },
  ];
  if (column !== first)
    yield [
      "moved",
      {
        ...{ workspaceId, step: "moved", at: funnel.since, left: first, entered: column },
        ...{ spentMs: Math.max(0, funnel.since - openedAt), by: funnel.by === "rule" ? hilo : by },
        why: funnel.why,
      },
    ];
  const at = wonAt ?? lostAt;
  if (at === null) return;
  const reason = lostReason ? { lostReason } : {};
  const spentMs = Math.max(0, at - funnel.since);
  yield ["ended", { workspaceId, step: "ended", at, by, left: column, spentMs, state, ...reason }];
}
