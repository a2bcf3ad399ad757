import { awaitField, giveTyped } from "../../../../ui/typed-ahead.ts";
import type { Field } from "../writing/field.ts";
import type { SlashHost } from "./slash-host.ts";
import type { SlashList, Written } from "./slash-list.ts";

/** Waits for a slash in an answer; the list of quick replies is fetched with the first one. */
export class SlashKeeper {
  readonly #host: SlashHost;
  /** Once it was needed. */
  list: SlashList | undefined;

  constructor(host: SlashHost) {
    this.#host = host;
  }

  async look(field: Field): Promise<void> {
    if (/(^|\s)\/[^/]{0,40}$/.test(field.value.slice(0, field.selectionStart))) await this.#fetch();
    this.list?.look(field);
  }

  /** Opens the list as a slash does; pressed again, it is closed. What is typed until then comes after the slash. */
  async begin(field: Field | null, written: Written): Promise<void> {
    if (!field || !(await awaitField(() => this.#fetch()))) return;
    this.list?.begin(field, written);
    await this.#host.updateComplete;
    giveTyped();
  }

  async #fetch(): Promise<void> {
    this.list ??= new (await import("./slash-list.ts")).SlashList(this.#host);
  }
}
