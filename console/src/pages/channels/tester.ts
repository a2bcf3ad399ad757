import type { Finding, ResponseOf } from "@hilo/schema";
import { css, html, type PropertyDeclarations, type TemplateResult } from "lit";
import { ApiProblem } from "../../data/api.ts";
import { findingWords } from "../../text/channel-findings.ts";
import { t } from "../../text/channels.ts";
import { relativeTime } from "../../text/formats.ts";
import { problems } from "../../text/problems.ts";
import { announce } from "../../ui/announce.ts";
import { clock } from "../../ui/clock.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import type { IconName } from "../../ui/icons.ts";
import { providerSaid, saidStyles } from "../../ui/provider-said.ts";
import { Watch } from "../../ui/source.ts";

type Tested = ResponseOf<"testChannel">;

const icons: Record<Finding["level"], IconName> = { ok: "check", warning: "alert", error: "x" };

/** The connection test: a button, and what it found. `ask` asks the API, or throws its problem. */
export class ChannelTester extends HiloElement {
  static override properties: PropertyDeclarations = {
    ask: { attribute: false },
    busy: { state: true },
    found: { state: true },
    trouble: { state: true },
  };
  static override styles = [
    HiloElement.styles,
    saidStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        justify-items: start;
      }
      .quiet {
        color: var(--secondary);
        font: var(--small);
      }
      ul {
        display: grid;
        gap: 10px;
        width: 100%;
      }
      li {
        display: grid;
        grid-template-columns: 22px minmax(0, 1fr);
        gap: 8px;
      }
      .level {
        display: grid;
        place-items: center;
        width: 22px;
        height: 22px;
        border-radius: 50%;
        background: var(--good-wash);
        color: var(--good-text);
      }
      .warning .level {
        background: var(--warning-wash);
        color: var(--warning-text);
      }
      .error .level {
        background: var(--bad-wash);
        color: var(--bad-text);
      }
      .trouble {
        color: var(--bad-text);
      }
    `,
  ];
  declare ask: () => Promise<Tested | null>;
  declare busy: boolean;
  declare found: (Tested & { at: number }) | null;
  declare trouble: string;

  constructor() {
    super();
    this.ask = async () => null;
    this.busy = false;
    this.found = null;
    this.trouble = "";
    new Watch(this, clock);
  }

  protected override render(): TemplateResult {
    return html`<p class="quiet">${t.testWhat}</p>
      <button type="button" class="button" aria-disabled=${this.busy} @click=${this.#run}>
        ${icon("refresh", 16)}${this.busy ? t.testing : t.test}
      </button>
      ${this.trouble ? html`<p class="trouble" role="alert">${this.trouble}</p>` : ""}
      ${this.found && !this.busy ? results(this.found) : ""}`;
  }

  async #run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = "";
    try {
      const found = await this.ask();
      this.found = found && { ...found, at: Date.now() };
      const first = found?.findings.find(({ level }) => level === "error") ?? found?.findings[0];
      if (first) announce(findingWords(first));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      this.trouble = problems[error.code];
    } finally {
      this.busy = false;
    }
  }
}

function results({ testable, findings, at }: Tested & { at: number }): TemplateResult {
  if (!testable) return html`<p class="quiet">${t.noTest}</p>`;
  return html`<ul>
      ${findings.map(result)}
    </ul>
    <p class="quiet">${t.testedAt(relativeTime(at, clock.value))}</p>`;
}

function result(finding: Finding): TemplateResult {
  return html`<li class=${finding.level}>
    <span class="level">${icon(icons[finding.level], 14)}</span>
    <div>
      <p>${findingWords(finding)}</p>
      ${providerSaid(finding.text)}
    </div>
  </li>`;
}

define("hilo-channel-test", ChannelTester);
