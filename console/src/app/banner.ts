import { documentsVersion } from "@hilo/schema/version";
import { css, html, nothing, type TemplateResult } from "lit";
import { type Connection, connection } from "../data/connection.ts";
import { settings } from "../data/settings.ts";
import { t } from "../text/app.ts";
import { define, HiloElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { Watch } from "../ui/source.ts";
import { toast } from "../ui/toast.ts";

/** Says so when the connection is lost, when it is back, and when this page is too old for what it shows. */
export class Banner extends HiloElement {
  static override styles = [
    HiloElement.styles,
    css`
      p {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        padding: 7px 16px;
        background: var(--warning-wash);
        color: var(--warning-text);
        font: 500 13px/18px var(--font);
        border-bottom: 1px solid var(--line);
      }
    `,
  ];
  #before: Connection = "online";

  constructor() {
    super();
    new Watch(this, connection, settings);
  }

  protected override render(): TemplateResult | typeof nothing {
    const now = connection.value;
    if ((settings.value?.minVersion ?? 0) > documentsVersion) return this.#outdated();
    if (now === "online") return nothing;
    return html`<p role="status">${icon("offline", 16)} ${t[now]}</p>`;
  }

  /** A tab that was left open while the documents got a shape that it does not know. */
  #outdated(): TemplateResult {
    return html`<p role="status">
      ${icon("refresh", 16)} <span>${t.outdated}</span>
      <button type="button" class="button" @click=${() => location.reload()}>${t.reload}</button>
    </p>`;
  }

  protected override updated(): void {
    const now = connection.value;
    if (now === "online" && this.#before !== "online") toast({ text: t.online });
    this.#before = now;
  }
}

define("hilo-banner", Banner);
