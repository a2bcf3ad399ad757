import type { Conversation, ListedConversation } from "@hilo/schema";
import { nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { call } from "../../../../data/api.ts";
import { signedIn } from "../../../../data/session.ts";
import { claimWarning } from "../notices.ts";
import { claimedBy } from "./claimed-by.ts";
import { fieldNames } from "./field.ts";

/** How long before its end our own claim is renewed, and how often at most a claim is asked for, in milliseconds. */
const renewMs = 60_000;
const againMs = 15_000;

type Host = ReactiveControllerHost & {
  renderRoot: ParentNode;
  conversation: ListedConversation | undefined;
};

/** Holds the claim on a conversation while its member writes an answer, and warns when a colleague has it. */
export class ClaimKeeper {
  readonly #host: Host;
  #askedAt = 0;
  #nudged = false;
  /** Whether the answer was taken over from a colleague. */
  tookOver = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Whether a colleague is answering, and nobody has said to answer all the same. */
  get taken(): boolean {
    return this.#other() !== undefined && !this.tookOver;
  }

  /** A keystroke in an answer: claims it, or renews the claim before it ends; no text any more lets it go. */
  typed(text: string): void {
    if (text.trim() === "") this.release();
    else this.#hold();
  }

  #hold(): void {
    const now = Date.now();
    const claim = this.#claim();
    const mine = claim?.memberId === signedIn().uid && claim.until - now > renewMs;
    if (mine || this.taken || now - this.#askedAt < againMs) return;
    this.#askedAt = now;
    void this.#ask({});
  }

  /** Lets go, when nothing is being written any more. */
  release(): void {
    const asked = this.#askedAt > 0 || this.#claim()?.memberId === signedIn().uid;
    this.#askedAt = 0;
    if (asked) void this.#ask({ release: true });
  }

  /** Another conversation, or an answer that was sent: the claim is no longer asked for. */
  forget(): void {
    this.#askedAt = 0;
  }

  /** Two answers at once are worse than one more press: the warning is pointed at instead of sending. */
  nudge(): void {
    this.#nudged = true;
    this.#host.requestUpdate();
    setTimeout(() => {
      this.#nudged = false;
      this.#host.requestUpdate();
    }, 400);
    this.#host.renderRoot.querySelector<HTMLElement>(".claim button")?.focus();
  }

  warning(): TemplateResult | typeof nothing {
    const other = this.#other();
    if (!other || this.tookOver) return nothing;
    return claimWarning(other.name, this.#nudged, () => void this.#takeOver());
  }

  async #takeOver(): Promise<void> {
    this.tookOver = true;
    this.#askedAt = Date.now();
    this.#host.requestUpdate();
    this.#host.renderRoot.querySelector<HTMLElement>(fieldNames)?.focus();
    await this.#ask({ override: true });
  }

  #claim(): Conversation["claim"] {
    return this.#host.conversation?.claim ?? null;
  }

  #other() {
    const { conversation } = this.#host;
    return conversation && claimedBy(conversation, signedIn().uid, Date.now());
  }

  /** A claim refused shows by itself: the conversation says who holds it. */
  async #ask(body: { release?: boolean; override?: boolean }): Promise<void> {
    const conversationId = this.#host.conversation?.id;
    if (conversationId === undefined) return;
    await call("claimConversation", { params: { conversationId }, body }).catch(() => undefined);
  }
}
