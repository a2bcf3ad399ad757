import type { ReactiveControllerHost } from "lit";
import type { ListedMember } from "../../../../data/members.ts";
import type { Field } from "../writing/field.ts";
import type { MentionKeeper } from "./mention-keeper.ts";

type Host = ReactiveControllerHost & { renderRoot: ParentNode };

/** Waits for an @ in a note; the list of members comes with the first one. */
export class MentionOpener {
  readonly #host: Host;
  /** Once it was needed. */
  list: MentionKeeper | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  async look(field: Field, members: readonly ListedMember[]): Promise<void> {
    if (field.value.includes("@")) {
      this.list ??= new (await import("./mention-keeper.ts")).MentionKeeper(this.#host);
    }
    this.list?.look(field, members);
  }
}
