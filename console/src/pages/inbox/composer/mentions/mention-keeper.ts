import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { Picked } from "../../../../data/draft-store.ts";
import type { ListedMember } from "../../../../data/members.ts";
import { t } from "../../../../text/composer.ts";
import { avatar } from "../../../../ui/avatar.ts";
import { place } from "../../../../ui/place.ts";
import type { Field } from "../writing/field.ts";
import { complete, type Mention, mentionAt, mentionable } from "./mention.ts";

const most = 6;

type Host = ReactiveControllerHost & { renderRoot: ParentNode };
type Written = (text: string, caret: number, picked: Picked) => void;

/** Offers members while a mention is being written: arrows choose, Enter or Tab takes, Escape leaves. */
export class MentionKeeper {
  readonly #host: Host;
  #mention: Mention | undefined;
  #found: readonly ListedMember[] = [];
  #at = 0;

  constructor(host: Host) {
    this.#host = host;
  }

  get open(): boolean {
    return this.#found.length > 0;
  }

  look(field: Field, members: readonly ListedMember[]): void {
    this.#mention = mentionAt(field.value, field.selectionStart);
    this.#found = this.#mention ? mentionable(members, this.#mention.words).slice(0, most) : [];
    this.#at = 0;
    this.#host.requestUpdate();
  }

  close(): void {
    this.#found = [];
    this.#host.requestUpdate();
  }

  /** Whether the key was for the list of members. */
  key(event: KeyboardEvent, field: Field, written: Written): boolean {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      this.#at = (this.#at + step + this.#found.length) % this.#found.length;
      this.#host.requestUpdate();
    } else if (event.key === "Enter" || event.key === "Tab") {
      this.#take(this.#at, field, written);
    } else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  render(written: Written): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    return html`<ul
      class="floating mentions"
      id="mentions"
      popover="manual"
      role="listbox"
      aria-label=${t.mention}
    >
      ${this.#found.map(
        (member, index) => html`<li
          role="option"
          id=${`mention-${index}`}
          aria-selected=${index === this.#at}
          @mousedown=${(event: Event) => {
            event.preventDefault();
            const field = this.#host.renderRoot.querySelector("textarea");
            if (field) this.#take(index, field, written);
          }}
        >
          ${avatar(member.name, member.id, undefined, 24)}<span>${member.name}</span>
        </li>`,
      )}
    </ul>`;
  }

  /** Puts the list beside the field, once it is drawn. */
  settle(): void {
    const list = this.#host.renderRoot.querySelector<HTMLElement>("#mentions");
    const field = this.#host.renderRoot.querySelector<HTMLElement>("textarea");
    if (!list || !field) return;
    if (!list.matches(":popover-open")) list.showPopover();
    place(list, field, "above");
  }

  get active(): string | undefined {
    return this.open ? `mention-${this.#at}` : undefined;
  }

  #take(index: number, field: Field, written: Written): void {
    const member = this.#found[index];
    if (!member || !this.#mention) return;
    const { id, name } = member;
    const done = complete(field.value, field.selectionStart, this.#mention, name);
    this.close();
    written(done.text, done.caret, { id, name, at: this.#mention.from });
  }
}
