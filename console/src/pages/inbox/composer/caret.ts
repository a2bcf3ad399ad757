import type { ReactiveController, ReactiveControllerHost } from "lit";
import { keepTyped } from "../../../ui/typed-ahead.ts";

type Host = ReactiveControllerHost & {
  /** Whether it is known what stands here. */
  isKnown(): boolean;
  field(): HTMLElement | null;
};

/** Puts the caret into a field that may not be there yet; what is typed meanwhile is written into it. */
export class Caret implements ReactiveController {
  readonly #host: Host;
  #giveTyped: (() => void) | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  put(): void {
    this.#giveTyped = keepTyped();
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#giveTyped || !this.#host.isKnown()) return;
    this.#host.field()?.focus();
    this.#end();
  }

  hostDisconnected(): void {
    this.#end();
  }

  #end(): void {
    this.#giveTyped?.();
    this.#giveTyped = undefined;
  }
}
