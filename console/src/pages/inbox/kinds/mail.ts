import { html, nothing, type TemplateResult } from "lit";
import { fileLinks } from "../../../data/files.ts";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { t } from "../../../text/kinds.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";
import { richText } from "../../../ui/rich-text.ts";
import { Watch } from "../../../ui/source.ts";
import { attachment } from "./attachment.ts";
import { formatted } from "./formatted.ts";
import { dress, mailDocument, showsRemote } from "./mail-document.ts";
import { mailStyles } from "./mail-styles.ts";
import { textStyles } from "./text-styles.ts";

/**
 * No script runs, no form goes out, no window opens, nothing leads the page away; our own policy lets no frame be led to
 * any page either. The origin is ours so that the frame can be measured, its styles set and its links followed from
 * here: without scripts, nobody in there can use it.
 */
const sandbox = "allow-same-origin";

function follow(address: string): void {
  void import("./link-dialog.ts").then(({ askToFollow }) => askToFollow(address));
}

/** What an e-mail has besides its text, which stands in the default slot. */
export class MailEntry extends HiloElement {
  static override properties = {
    message: { attribute: false },
    unfolded: { state: true },
    headed: { state: true },
    designed: { state: true },
    remote: { state: true },
  };
  declare message: ThreadMessage | undefined;
  /** Whether the quoted part, the addresses, the HTML, and remote images in it are seen. */
  declare unfolded: boolean;
  declare headed: boolean;
  declare designed: boolean;
  declare remote: boolean;
  readonly #links = new Map<string, string>();
  #own: { key: string; nodes: readonly Node[] } = { key: "", nodes: [] };
  #page = { key: "", whole: "" };

  constructor() {
    super();
    this.message = undefined;
    this.unfolded = false;
    this.headed = false;
    this.designed = false;
    this.remote = false;
    new Watch(this, fileLinks.changed);
  }

  protected override render(): TemplateResult | typeof nothing {
    const mail = this.message?.mail;
    if (!mail) return nothing;
    return html`
      ${mail.automatic ? html`<p class="automatic">${icon("info", 14)}<span>${t[mail.automatic]}</span></p>` : nothing}
      ${mail.proof === "fail" ? html`<p class="automatic">${icon("alert", 14)}<span>${t.unproved}</span></p>` : nothing}
      ${mail.forwards ? html`<p class="automatic">${icon("forward", 14)}<span>${t.passedOn}</span></p>` : nothing}
      ${this.#said(mail.html)}
      ${mail.refused?.length ? html`<p class="automatic">${icon("alert", 14)}<span>${t.refused(mail.refused.map(({ address }) => address).join(", "))}</span></p>` : nothing}
      ${this.unfolded && mail.quoted ? html`<div class="quoted" dir="auto">${richText(mail.quoted)}</div>` : nothing}
      ${this.headed ? this.#addresses() : nothing}
      <div class="ways">
        ${mail.quoted ? this.#switch("unfolded", "…", t.showQuoted, t.hideQuoted) : nothing}
        ${this.#lines().length > 0 ? this.#switch("headed", this.#recipients()) : nothing}
        ${mail.html && !this.#isOurs() ? this.#switch("designed", this.designed ? t.asText : t.asDesigned) : nothing}
      </div>
    `;
  }

  protected override updated(): void {
    this.closest("hilo-bubble")?.toggleAttribute("wide", this.designed);
  }

  /** Ours is seen as it was written; what came in as text first. */
  #said(source: string | undefined): TemplateResult {
    if (source && this.#isOurs())
      return html`<div class="formatted" dir="auto">${this.#written(source)}</div>`;
    if (source && this.designed) return this.#design(source);
    return html`<slot></slot>${this.#shownInside(source)}`;
  }

  #isOurs(): boolean {
    return this.message?.direction === "outbound";
  }

  /** Our formatted text with its pictures, built anew when one of them has come. */
  #written(source: string): readonly Node[] {
    const pictures = this.#pictures();
    const key = `${source}\n${[...pictures.values()].join("\n")}`;
    if (this.#own.key !== key) {
      const { childNodes } = formatted(source, (id) => pictures.get(id) ?? "");
      this.#own = { key, nodes: [...childNodes] };
    }
    return this.#own.nodes;
  }

  /** To whom it went, in short. */
  #recipients(): string {
    const { to = [], cc = [], bcc = [] } = this.message?.mail ?? {};
    const [first = "", ...others] = [...to, ...cc, ...bcc];
    return others.length === 0 ? t.details : t.toAnd(first, others.length);
  }

  #switch(
    what: "unfolded" | "headed" | "designed",
    text: string,
    show = text,
    hide = text,
  ): TemplateResult {
    const label = this[what] ? hide : show;
    return html`<button
      type="button"
      class=${text === "…" ? "way dots" : "way"}
      aria-expanded=${this[what]}
      aria-label=${label}
      title=${label}
      @click=${() => {
        this[what] = !this[what];
      }}
    >
      ${text}
    </button>`;
  }

  /** What the HTML shows is seen beside the text, too. */
  #shownInside(html = ""): TemplateResult[] {
    const { attachments = [] } = this.message ?? {};
    const inside = attachments.filter(
      ({ contentId }) => contentId && html.includes(`cid:${contentId}`),
    );
    return inside.map((file) => attachment(file, this.message?.createdAt.getTime() ?? 0));
  }

  #addresses(): TemplateResult {
    const subject = [t.subject, this.message?.mail?.subject ?? ""] as const;
    return html`<dl>
      ${[...this.#lines(), subject].map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>`)}
    </dl>`;
  }

  /** From whom and to whom it went, as far as it is told. */
  #lines(): (readonly [name: string, value: string])[] {
    const { mail, sender, direction } = this.message ?? {};
    const from = sender?.name ? `${sender.name} <${sender.address}>` : (sender?.address ?? "");
    const lines = [
      [t.from, direction === "inbound" ? from : ""],
      [t.to, mail?.to.join(", ") ?? ""],
      [t.cc, mail?.cc.join(", ") ?? ""],
      [t.bcc, mail?.bcc?.join(", ") ?? ""],
    ] as const;
    return lines.filter(([, value]) => value !== "");
  }

  #design(source: string): TemplateResult {
    return html`
      ${
        this.remote || !showsRemote(source)
          ? nothing
          : html`<p class="blocked">
              ${icon("image", 14)}<span>${t.imagesBlocked}</span>
              <button type="button" class="way" @click=${this.#allow}>${t.showImages}</button>
            </p>`
      }
      <iframe
        sandbox=${sandbox}
        referrerpolicy="no-referrer"
        title=${t.designTitle}
        srcdoc=${this.#document(source)}
        @load=${(event: Event) => dress(event.currentTarget as HTMLIFrameElement, follow)}
      ></iframe>
    `;
  }

  /** Built anew when one of its pictures has come, or others are wanted. */
  #document(source: string): string {
    const [pictures, remote] = [this.#pictures(), this.remote];
    const key = `${remote}\n${[...pictures.values()].join("\n")}\n${source}`;
    if (this.#page.key !== key)
      this.#page = { key, whole: mailDocument(source, { pictures, remote }) };
    return this.#page.whole;
  }

  #allow(): void {
    this.remote = true;
  }

  /** The links of the images that came along, by Content-ID; a renewed link would load the frame anew. */
  #pictures(): ReadonlyMap<string, string> {
    const { attachments = [], mail } = this.message ?? {};
    for (const { id, contentId = id, state } of attachments) {
      const shown = state === "ready" && mail?.html?.includes(`cid:${contentId}`);
      const link = shown ? fileLinks.of(id) : undefined;
      if (link && !this.#links.has(contentId))
        this.#links.set(contentId, new URL(link, location.href).href);
    }
    return this.#links;
  }

  static override styles = [HiloElement.styles, textStyles, mailStyles];
}

define("hilo-mail", MailEntry);
