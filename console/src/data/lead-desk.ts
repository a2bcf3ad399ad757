import type { Lead, LostReason, ResponseOf } from "@hilo/schema";
import { t } from "../text/lead-moves.ts";
import { calledBy } from "../text/who.ts";
import { askReason } from "../ui/lost-reason.ts";
import { type OwnSource, type Source, source } from "../ui/source.ts";
import { toast } from "../ui/toast.ts";
import { call } from "./api.ts";
import type { Watched } from "./document.ts";
import { funnels, stageAmong } from "./funnels.ts";
import { type LeadChanges, lostReasons, problemWords, refusal, saveLead } from "./lead-acts.ts";
import { lead as leadOf } from "./leads.ts";

export type Notes = ResponseOf<"listLeadNotes">["items"];
export type History = ResponseOf<"listLeadHistory">["items"];

/** A lead as its panel shows it. */
export type SeenLead = {
  lead: Watched<Lead>;
  notes: Notes | "loading" | "failed";
  history: History | "loading" | "failed";
  reasons: readonly LostReason[];
};

/** What can be done with a lead, and what is known of it, live for as long as somebody listens. */
export class LeadDesk implements Source<SeenLead> {
  readonly leadId: string;
  readonly #lead: Source<Watched<Lead>>;
  readonly #own: OwnSource<SeenLead>;
  /** When the lead was last changed of which notes and history are known. */
  #known = -1;

  constructor(leadId: string) {
    this.leadId = leadId;
    this.#lead = leadOf(leadId);
    const nothing = { notes: "loading", history: "loading", reasons: [] } as const;
    this.#own = source<SeenLead>({ lead: this.#lead.value, ...nothing }, () => {
      const stop = this.#lead.subscribe(() => this.#hear());
      this.#hear();
      return stop;
    });
  }

  get value(): SeenLead {
    return this.#own.value;
  }

  subscribe(listener: () => void): () => void {
    return this.#own.subscribe(listener);
  }

  /** Does what a panel asks for. */
  act(act: { save: LeadChanges } | { move: string } | { end: "won" | "lost" | "reopen" }): void {
    if ("save" in act) this.save(act.save);
    else if ("move" in act) void this.move(act.move);
    else void this.end(act.end);
  }

  save(changes: LeadChanges): void {
    const { lead } = this;
    if (lead) void saveLead(lead, changes);
  }

  /** Moves it to a stage, named as `columnOf` names it, with the way back. */
  async move(column: string): Promise<void> {
    const { lead } = this;
    if (!lead || lead.column === column) return;
    const before = lead.funnel ? `${lead.funnel.id}/${lead.funnel.stage}` : undefined;
    if (!(await this.#moved(lead, column))) return;
    const stage = (at: string) => stageAmong(funnels.value, at)?.name ?? t.tray;
    const name = calledBy(lead.name);
    const [id = "", own = ""] = column.split("/");
    const there = { ...lead, funnel: lead.funnel && { ...lead.funnel, id, stage: own } };
    const back = async () => {
      if (before && (await this.#moved(there, before)))
        toast({ text: t.movedBack(name, stage(before)) });
    };
    toast({ text: t.moved(name, stage(column)), ...(before ? { undo: () => void back() } : {}) });
  }

  /** Ends it, which asks why where it is lost, or opens it again. */
  async end(how: "won" | "lost" | "reopen"): Promise<void> {
    const { lead } = this;
    if (!lead) return;
    const reason = how === "lost" ? await askReason(lostReasons) : null;
    if (how === "lost" && reason === null) return;
    const changes: LeadChanges = {
      state: how === "reopen" ? "inProgress" : how,
      ...(reason === null ? {} : { lostReason: reason }),
    };
    const said = { won: t.wasWon, lost: t.wasLost, reopen: t.reopened }[how];
    await saveLead(lead, changes, said(calledBy(lead.name)));
  }

  /** Adds a note; resolves to whether it is there. */
  async note(text: string): Promise<boolean> {
    const params = { leadId: this.leadId };
    try {
      await call("addLeadNote", { params, body: { id: crypto.randomUUID(), text } });
      await this.#load();
      return true;
    } catch (error) {
      toast({ text: problemWords(error), tone: "bad" });
      return false;
    }
  }

  private get lead(): (Lead & { id: string }) | undefined {
    const { lead } = this.#own.value;
    return typeof lead === "string" ? undefined : lead;
  }

  async #moved(lead: Lead & { id: string }, column: string): Promise<boolean> {
    const [funnelId = "", stage = ""] = column.split("/");
    try {
      const body = { funnelId, stage, seen: lead.funnel?.stage ?? null };
      await call("moveLead", { params: { leadId: lead.id }, body });
      return true;
    } catch (error) {
      const known = typeof funnels.value === "string" ? [] : funnels.value;
      toast({ text: refusal(error, calledBy(lead.name), known), tone: "bad" });
      return false;
    }
  }

  #hear(): void {
    const lead = this.#lead.value;
    this.#own.set({ ...this.#own.value, lead });
    if (typeof lead === "string") return;
    const at = lead.updatedAt.getTime();
    if (at === this.#known) return;
    this.#known = at;
    void this.#load();
    if (lead.state === "lost" && this.#own.value.reasons.length === 0) void this.#loadReasons();
  }

  async #load(): Promise<void> {
    const params = { leadId: this.leadId };
    const [notes, history] = await Promise.all([
      call("listLeadNotes", { params }).then(({ items }) => items, this.#kept("notes")),
      call("listLeadHistory", { params }).then(({ items }) => items, this.#kept("history")),
    ]);
    this.#own.set({ ...this.#own.value, notes, history });
  }

  /** What could not be loaded anew stays as it was. */
  #kept<N extends "notes" | "history">(name: N): () => SeenLead[N] | "failed" {
    return () => {
      const before = this.#own.value[name];
      return before === "loading" ? "failed" : before;
    };
  }

  async #loadReasons(): Promise<void> {
    const reasons = await lostReasons().catch(() => []);
    this.#own.set({ ...this.#own.value, reasons });
  }
}
