import { html, type ReactiveControllerHost, type TemplateResult } from "lit";
import { recordingWay } from "../../../../data/recording-way.ts";
import type { Staging } from "../../../../data/staging.ts";
import { narrow } from "../../../../ui/narrow.ts";
import type { Into } from "../files/refused.ts";
import { sends } from "../writing/enter.ts";
import type { Recorder, RecorderOver } from "./recorder.ts";

type Host = ReactiveControllerHost & { renderRoot: ParentNode };

/** Whether a voice message can be recorded here and go there; a phone has no room for that beside words. */
export function records(into: Into, text: string): boolean {
  if (narrow.value && text !== "") return false;
  if (into !== "note" && !into?.capabilities) return false;
  return recordingWay(into === "note" ? "any" : (into?.capabilities?.media ?? {})) !== undefined;
}

/** The voice message that is recorded in the composer; what records it comes with the first one. */
export class RecorderKeeper {
  readonly #host: Host;
  readonly #over: (over: RecorderOver) => void;
  #at: { staging: Staging; into: Into } | undefined;

  constructor(host: Host, over: (over: RecorderOver) => void) {
    this.#host = host;
    this.#over = over;
  }

  async begin(staging: Staging, into: Into): Promise<void> {
    await import("./recorder.ts");
    this.#at = { staging, into };
    this.#host.requestUpdate();
  }

  /** The recorder, while one works for this draft. Another draft on the screen ends it, and it keeps what it has. */
  render(staging: Staging): TemplateResult | undefined {
    if (this.#at?.staging !== staging) this.#at = undefined;
    if (!this.#at) return undefined;
    return html`<hilo-recorder
      .into=${this.#at.into}
      .staging=${staging}
      @over=${this.#ended}
    ></hilo-recorder>`;
  }

  /** Takes the keys that end a recording while one is made, wherever in the composer they are pressed. */
  key(event: KeyboardEvent): boolean {
    const recorder = this.#at && this.#host.renderRoot.querySelector<Recorder>("hilo-recorder");
    if (!recorder || !(event.key === "Escape" || sends(event))) return false;
    event.preventDefault();
    if (event.key === "Escape") recorder.discard(event);
    else void recorder.finish({ sends: true });
    return true;
  }

  readonly #ended = ({ detail }: CustomEvent<RecorderOver>): void => {
    this.#at = undefined;
    this.#host.requestUpdate();
    this.#over(detail);
  };
}
