import type { ListedConversation } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../text/inbox.ts";

type Now = {
  /** The open conversation, as far as it is known. */
  opened: ListedConversation | undefined;
  items: readonly ListedConversation[];
  /** Whether the list has told what it begins with. */
  isKnown: boolean;
  /** Another list, which whoever chose it wants to see as it is. */
  isOther: boolean;
};

/**
 * Whether the open conversation has to stand before its list: somebody came to it by an address, and the list does not
 * hold it. One that was in the list while it was open may leave it.
 */
export class OpenedRow {
  #id: string | undefined;
  #wasListed = false;

  /** What stands before the list now. */
  of({ opened, items, isKnown, isOther }: Now): ListedConversation | undefined {
    const isNew = opened?.id !== this.#id;
    this.#id = opened?.id;
    if (isNew) this.#wasListed = false;
    else if (isOther) this.#wasListed = true;
    if (items.some(({ id }) => id === opened?.id)) this.#wasListed = true;
    return isKnown && !this.#wasListed ? opened : undefined;
  }
}

/** The row itself: who came by an address sees which conversation that is. */
export function apart(
  one: ListedConversation | undefined,
  query: string,
  selectedId: string | null,
): TemplateResult | typeof nothing {
  if (!one) return nothing;
  return html`<hilo-rows
    class="apart"
    label=${t.opened}
    alone
    owners
    .items=${[one]}
    .query=${query}
    .selectedId=${selectedId}
  ></hilo-rows>`;
}
