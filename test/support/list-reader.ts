import assert from "node:assert/strict";
import type { ListedConversation } from "@hilo/schema";
import { partsIn } from "../../console/src/data/asking.ts";
import {
  activeStatuses,
  type Filter,
  platforms,
  priorities,
  statuses,
} from "../../console/src/data/filter.ts";
import { type LiveListing, listingFrom } from "../../console/src/data/listing.ts";
import { asksList, type Part } from "../../console/src/data/parts.ts";
import { closingMs, passes } from "../../console/src/data/passing.ts";
import { isSeen } from "../../console/src/data/sight.ts";
import { compare, inLeg, isIn, type Leg, legsOf, ownLeg } from "../../console/src/data/sorting.ts";
import type { Follow } from "../../console/src/data/stretch.ts";
import { dayBegan } from "../../console/src/data/today.ts";
import { LegsServer } from "./legs-server.ts";
import { listed } from "./listed-conversation.ts";
import type { Rule } from "./rows-server.ts";
import { type Sees, signInAs } from "./signed-in.ts";

/** Whose list it is. */
const self = "ana";

const start = Date.now();
const minute = 60_000;
const mostPages = 60;
/** How far ahead of the time the list of closing windows listens, in milliseconds. */
const ahead = 30 * minute;

/** A list of conversations that somebody reads, and the server it is read from. */
export class ListReader {
  readonly server: LegsServer<ListedConversation>;
  readonly list: LiveListing;
  readonly #filter: Filter;
  readonly #asked = new Map<string, Follow<ListedConversation, ListedConversation>>();
  #leave: () => void;

  constructor(filter: Filter, rows: readonly ListedConversation[], sees?: Sees) {
    signInAs(self, sees);
    this.#filter = filter;
    this.server = new LegsServer(ruleOf(filter, ownLeg({ ...filter, sort: null })));
    this.server.put(...rows);
    this.list = listingFrom(filter, () => this.#ask());
    this.#leave = this.list.subscribe(() => undefined);
  }

  #ask() {
    return legsOf(this.#filter, start).map((leg) => {
      const parts = partsIn(this.#filter, leg);
      const follows = parts.map((part) => this.#follow(leg, part));
      return { key: JSON.stringify(parts), follows, order: inLeg(leg) };
    });
  }

  /** The same question is the same one, however often it is asked. */
  #follow(leg: Leg, part: Part): Follow<ListedConversation, ListedConversation> {
    const key = JSON.stringify([leg, part]);
    const follow = this.#asked.get(key) ?? this.server.ask(ruleOf(this.#filter, leg, part));
    this.#asked.set(key, follow);
    return follow;
  }

  get ids(): string[] {
    return idsOf(this.list.value.items);
  }

  leave(): void {
    this.#leave();
    assert.equal(this.server.listeners, 0, "somebody still listens");
  }

  comeBack(): void {
    this.#leave = this.list.subscribe(() => undefined);
  }

  /** Asks for more until the list says that it ends. */
  toTheEnd(meanwhile: (page: number) => void = () => undefined): void {
    this.server.speak();
    for (let page = 0; this.list.value.more; page += 1) {
      assert.ok(page < mostPages, "the list never ends");
      this.list.more();
      meanwhile(page);
      this.server.speak();
    }
  }

  /** Whether it shows what the server holds, each once and in its order, and says that this is all. */
  isWhole(): void {
    const now = Date.now();
    const shown = (row: ListedConversation) =>
      isSeen(row) && passes(row, this.#filter, now, dayBegan(now));
    const expected = this.server.whole().filter(shown);
    assert.deepEqual(this.ids, idsOf(expected.sort(compare(this.#filter))));
    assert.equal(this.list.value.more, false);
  }

  /** A new message in a conversation. */
  rise(id: string, order: number): void {
    const at = start + order;
    this.server.change(id, { lastMessageAt: at, updatedAt: new Date(at) });
  }
}

/** What the query of a leg holds, or of a part of it, written down once more. */
function ruleOf(filter: Filter, leg: Leg, part: Part = []): Rule<ListedConversation> {
  const asked = asksList(part) ? { ...filter, tag: null } : filter;
  return {
    holds: (row) => isHeld(row, asked, leg) && isIn(row, leg) && isPart(row, part),
    at: (row) => row[leg.by] ?? 0,
    way: leg.way === "desc" ? "down" : "up",
  };
}

function isHeld(row: ListedConversation, filter: Filter, { by }: Leg): boolean {
  if (filter.view === "failed") return (row.failedAt ?? 0) > 0;
  if (filter.view === "mentions") return row.guests?.includes(self) ?? false;
  const state = states[filter.view] ?? filter.status;
  const wanted: readonly string[] = state === "active" ? activeStatuses : [state];
  if (!wanted.includes(row.status)) return false;
  if (filter.view === "mine" && row.assigneeId !== self) return false;
  if (filter.view === "unassigned" && row.assigneeId !== "none") return false;
  if (filter.assigneeId && row.assigneeId !== filter.assigneeId) return false;
  if (filter.view === "closing") return isClosing(row.replyUntil);
  return by !== "lastMessageAt" || isSuch(row, filter);
}

function isPart(row: ListedConversation, part: Part): boolean {
  return part.every(({ field, op, value }) => {
    const own: unknown = Reflect.get(row, field);
    if (op === "in") return value.includes(String(own));
    return op === "==" ? own === value : Array.isArray(own) && own.includes(value);
  });
}

function isSuch(row: ListedConversation, filter: Filter): boolean {
  return (
    (!filter.channelId || row.channelId === filter.channelId) &&
    (!filter.platform || row.platform === filter.platform) &&
    (!filter.priority || row.priority === filter.priority) &&
    (!filter.tag || row.tags.some((tag) => tag.toLowerCase() === filter.tag))
  );
}

const states: Partial<Record<Filter["view"], Filter["status"]>> = {
  snoozed: "snoozed",
  resolved: "resolved",
  closed: "closed",
};

function isClosing(replyUntil: number | null): boolean {
  const now = Date.now();
  return replyUntil !== null && replyUntil > now && replyUntil <= now + closingMs + ahead;
}

/** Stands in for the page that is looked at, without which nothing listens; returns how to take it away. */
export function lookAtPage(): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, "document");
  const value = Object.assign(new EventTarget(), { hidden: false });
  Object.defineProperty(globalThis, "document", { value, configurable: true });
  return () => {
    if (before) Object.defineProperty(globalThis, "document", before);
    else Reflect.deleteProperty(globalThis, "document");
  };
}

/** The id of the conversation at an index of `many`. */
export function nth(index: number): string {
  return `c${String(index).padStart(3, "0")}`;
}

export function idsOf(rows: readonly ListedConversation[]): string[] {
  return rows.map(({ id }) => id);
}

/** One that has just come, later than all others. */
export function fresh(page: number, index: number): ListedConversation {
  return listed(`new${page}-${index}`, { lastMessageAt: start + page * 100 + index });
}

/** Conversations c000, c001 …, the latest first. */
export function many(
  length: number,
  changes: (index: number) => Partial<ListedConversation> = () => ({}),
): ListedConversation[] {
  return Array.from({ length }, (_, i) =>
    listed(nth(i), {
      lastMessageAt: start - (i + 1) * minute,
      ...changes(i),
    }),
  );
}

/** Conversations that differ in all that a filter asks for, each in a rhythm of its own. */
export function various(length: number, prefix = "c"): ListedConversation[] {
  return Array.from({ length }, (_, i) =>
    listed(prefix + String(i).padStart(3, "0"), {
      status: pick(["open", "open", "waiting", "open", ...statuses], i),
      assigneeId: pick([self, "none", self, "beto", "none"], i),
      channelId: pick(["twilio-whatsapp", "twilio-sms", "mail"], i >> 1),
      platform: pick(platforms, i >> 1),
      priority: pick(priorities, i >> 2),
      tags: pick([[], ["vip"], ["Vip", "norte"], ["norte"]], i >> 1),
      unread: i % 7 === 0 ? 2 : 0,
      guests: pick([[self], ["beto"], ["beto", self], []], i),
      teamId: pick(["none", "north", "south", "east"], i >> 1),
      mentionedAt: start - ((i * 43) % 500) * minute,
      failedAt: i % 2 === 0 ? start - ((i * 41) % 300) * minute : null,
      waitingSince: i % 3 === 0 ? null : start - ((i * 37) % 400) * minute,
      replyUntil: i % 2 === 0 ? null : start + (20 + ((i * 13) % 90)) * minute,
      lastMessageAt: start - ((i * 53) % 900) * minute,
      updatedAt: new Date(i % 4 === 0 ? start - 48 * 60 * minute : Date.now()),
    }),
  );
}

function pick<T>(from: readonly [T, ...T[]] | readonly T[], index: number): T {
  return from[index % from.length] as T;
}
