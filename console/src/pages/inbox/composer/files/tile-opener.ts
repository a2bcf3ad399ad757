import type { Capabilities } from "@hilo/schema";
import { nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { Lazy } from "../../../../ui/lazy.ts";
import type { Writing } from "../writing/writing.ts";
import type { TileKeeper } from "./tile-keeper.ts";

type Host = ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment };

const parts = new Lazy(() => import("./tile-keeper.ts"));

/** Waits for a file that goes along; its tile is fetched once the conversation stands, also for when there is no network. */
export class TileOpener {
  readonly #host: Host;
  readonly #writing: Writing;
  #tiles: TileKeeper | undefined;

  constructor(host: Host, writing: Writing) {
    this.#host = host;
    this.#writing = writing;
    setTimeout(() => void parts.load());
  }

  /** `limits` are those of the channel an answer goes to. */
  render(limits: Capabilities | null | undefined): TemplateResult | typeof nothing {
    if (this.#writing.files.length === 0) return nothing;
    const part = parts.of(this.#host);
    if (part) this.#tiles ??= new part.TileKeeper(this.#host, this.#writing);
    return this.#tiles?.render(limits) ?? nothing;
  }
}
