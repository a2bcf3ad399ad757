import type { Call } from "@hilo/schema";
import { css, html, nothing, type TemplateResult } from "lit";
import { preciseDuration } from "../../../text/formats.ts";
import { t } from "../../../text/kinds.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";

/** A telephone call: which way it went, how it ended, how long it took. */
export class CallEntry extends HiloElement {
  static override properties = { call: { attribute: false } };
  declare call: Call | undefined;

  constructor() {
    super();
    this.call = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { call } = this;
    if (!call) return nothing;
    const lost = isLost(call);
    const details = [
      t[call.state],
      call.durationMs ? preciseDuration(call.durationMs) : "",
      call.answeredBy === "machine" ? t.machine : "",
    ];
    return html`<div class=${lost ? "call lost" : "call"}>
      <i>${icon("phone", 18)}</i>
      <div>
        <b>${call.direction === "inbound" ? t.callIn : t.callOut}</b>
        <span>${details.filter(Boolean).join(" · ")}</span>
      </div>
    </div>`;
  }

  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: block;
        color: inherit;
      }
      .call {
        display: flex;
        align-items: center;
        gap: 10px;
        min-width: 200px;
      }
      .call > div {
        display: grid;
      }
      i {
        display: grid;
        place-items: center;
        width: 36px;
        height: 36px;
        border-radius: 50%;
        background: color-mix(in srgb, currentcolor 12%, transparent);
      }
      b {
        font-weight: 600;
      }
      span {
        font: var(--small);
      }
      .lost i {
        background: var(--warning-wash);
        color: var(--warning-text);
      }
      :host([theirs]) .lost span {
        color: var(--warning-text);
        font-weight: 500;
      }
    `,
  ];
}

/** Nobody talked. */
function isLost({ state }: Call): boolean {
  return state === "missed" || state === "busy" || state === "failed" || state === "canceled";
}

define("hilo-call", CallEntry);
