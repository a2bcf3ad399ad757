import { avatarStyles } from "@hilo/bricks/avatar-styles";
import type { Contact, Lead, ListedConversation } from "@hilo/schema";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { channels } from "../../../data/channels.ts";
import { connection } from "../../../data/connection.ts";
import { contact, conversationsWith } from "../../../data/contacts.ts";
import { conversationOf } from "../../../data/conversations.ts";
import { changed, changes } from "../../../data/desk.ts";
import type { Watched } from "../../../data/document.ts";
import { placeName } from "../../../data/funnels.ts";
import { lead } from "../../../data/leads.ts";
import { members } from "../../../data/members.ts";
import { tagsInUse } from "../../../data/tags.ts";
import { t } from "../../../text/context.ts";
import { clock } from "../../../ui/clock.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { type Source, Watch } from "../../../ui/source.ts";
import { tagStyles } from "../../../ui/tag.ts";
import "../../../ui/tag-editor.ts";
import { act } from "../message/act.ts";
import { contextStyles } from "./context-styles.ts";
import { history } from "./history.ts";
import { leadCard, leadKind } from "./lead-card.ts";
import { data, optOut, person } from "./person.ts";

type People = {
  contactId: string;
  leadId: string | null;
  person: Source<Watched<Contact>>;
  lead: Source<Watched<Lead>> | undefined;
  conversations: ReturnType<typeof conversationsWith>;
};

/** Beside the thread: who it is, what may be sold, tags, and this person's other conversations. */
export class ContextPanel extends HiloElement {
  static override properties = { conversationId: {}, unfolded: { state: true } };
  declare conversationId: string;
  /** The lead of which all is shown. */
  declare unfolded: string;
  #conversation: ReturnType<typeof conversationOf> | undefined;
  #people: People | undefined;
  readonly #watch = new Watch(this);

  constructor() {
    super();
    this.conversationId = "";
    this.unfolded = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("conversationId")) {
      this.#conversation = this.conversationId ? conversationOf(this.conversationId) : undefined;
      this.#people = undefined;
    }
    const conversation = this.#found();
    if (conversation) this.#follow(conversation);
    this.#watch.to(...this.#sources());
  }

  protected override render(): TemplateResult | typeof nothing {
    const found = this.#found();
    if (!found || !this.#people) return html`<div class="panel waiting" aria-hidden="true"></div>`;
    const conversation = changed(found);
    const known = this.#people.person.value;
    const contact = typeof known === "string" ? undefined : known;
    return html`<div class="panel">
      ${person(conversation, contact)} ${this.#isKnown() ? this.#rest(conversation, contact) : nothing}
    </div>`;
  }

  /** Shown at once when all of it is known, so that no part is pushed down by another; without a connection, as is. */
  #isKnown(): boolean {
    if (connection.value === "offline") return true;
    const parts = [this.#people?.person.value, this.#people?.lead?.value];
    return parts.every((part) => part !== "loading" && part !== "unloaded");
  }

  #rest(conversation: ListedConversation, contact: Contact | undefined): TemplateResult {
    const known = this.#people?.person.value;
    return html`${optOut([conversation, ...this.#others(conversation)])}
      <section>
        <h3><span>${t.lead}</span>${leadKind(this.#people?.lead?.value)}</h3>
        ${leadCard(this.#people?.lead?.value, conversation, placeOf(conversation, this))}
        ${this.#details(conversation.leadId)}
      </section>
      <section>
        <h3>${t.data}</h3>
        ${data(conversation, contact)}${isUnknown(known) ? html`<p class="none">${t.failed}</p>` : nothing}
      </section>
      <section>
        <h3>${t.tags}</h3>
        <hilo-tag-editor
          .tags=${conversation.tags}
          .ask=${tagsInUse}
          @change=${(event: CustomEvent<string[]>) => void act(conversation, { tags: event.detail })}
        ></hilo-tag-editor>
      </section>
      <section>
        <h3>${t.history}</h3>
        ${this.#people ? history(this.#people.conversations, conversation.id, clock.value) : nothing}
      </section>`;
  }

  /** All of the lead, once somebody wants to see it: until then nothing of it is loaded. */
  #details(leadId: string | null): TemplateResult | typeof nothing {
    if (leadId === null) return nothing;
    const isOpen = this.unfolded === leadId;
    const toggle = async () => {
      await import("./lead-details.ts");
      this.unfolded = isOpen ? "" : leadId;
    };
    return html`<button class="link" aria-expanded=${isOpen} @click=${toggle}>
        ${t.leadMore}
      </button>
      ${isOpen ? html`<hilo-lead-details .leadId=${leadId}></hilo-lead-details>` : nothing}`;
  }

  #others({ id }: ListedConversation): ListedConversation[] {
    const items = this.#people?.conversations.value.items ?? [];
    return items.filter((one) => one.id !== id);
  }

  #found(): ListedConversation | undefined {
    const found = this.#conversation?.value;
    return typeof found === "object" ? found : undefined;
  }

  /** Follows the person and the lead of the conversation, which may change while it is open. */
  #follow({ contactId, leadId }: ListedConversation): void {
    const before = this.#people;
    if (before?.contactId !== contactId) {
      this.#people = {
        contactId,
        leadId,
        person: contact(contactId),
        lead: leadId === null ? undefined : lead(leadId),
        conversations: conversationsWith(contactId),
      };
    } else if (before.leadId !== leadId) {
      this.#people = { ...before, leadId, lead: leadId === null ? undefined : lead(leadId) };
    }
  }

  #sources(): Source<unknown>[] {
    const people = this.#people;
    const theirs = people ? [people.person, people.conversations] : [];
    return [
      ...(this.#conversation ? [this.#conversation] : []),
      ...theirs,
      ...(people?.lead ? [people.lead] : []),
      channels,
      connection,
      members,
      changes,
      clock,
    ];
  }

  static override styles = [HiloElement.styles, avatarStyles, tagStyles, contextStyles];
}

/** Where the lead of a conversation stands, as that shows it. */
function placeOf({ funnel }: ListedConversation, host: ContextPanel): string | undefined {
  return funnel ? placeName(`${funnel.id}/${funnel.stage}`, host) : undefined;
}

/** What is not known is told so, and never taken for nothing. */
function isUnknown(known: Watched<Contact> | undefined): boolean {
  return known === "failed" || known === "unloaded" || known === "loading";
}

define("hilo-context-panel", ContextPanel);
