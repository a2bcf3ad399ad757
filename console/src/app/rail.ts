import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { myConversations } from "../data/conversations.ts";
import { unseenMentions } from "../data/mentions.ts";
import { t } from "../text/app.ts";
import { w } from "../text/words.ts";
import { define, HiloElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { mark } from "../ui/mark.ts";
import { Watch } from "../ui/source.ts";
import "./account.ts";
import { type allPages, pagesForMe } from "./pages.ts";
import { railStyles } from "./rail-styles.ts";
import { search } from "./search.ts";

/** The pages, at the left; a bar at the bottom on a phone. */
export class Rail extends HiloElement {
  static override properties: PropertyDeclarations = { page: {} };
  static override styles = [HiloElement.styles, railStyles];
  declare page: string;

  constructor() {
    super();
    this.page = "inbox";
    new Watch(this, myConversations(), unseenMentions);
  }

  protected override render(): TemplateResult {
    return html`<nav aria-label=${t.main}>
      <a class="mark" href="/inbox" aria-label="Hilo" tabindex="-1">${mark(36)}</a>
      ${pagesForMe().map((page) => this.#link(page))}
      <button class="place" aria-label=${t.search} title=${t.search} @click=${search}>
        ${icon("search", 21)}<span class="word">${t.search}</span>
      </button>
      <hilo-account></hilo-account>
    </nav>`;
  }

  #link({ name: page, icon: picture, inMenu, apart }: (typeof allPages)[number]): TemplateResult {
    const unread = page === "inbox" ? this.#unread() : 0;
    const mentions = page === "inbox" ? (unseenMentions.value?.length ?? 0) : 0;
    const name = [
      w[page],
      ...(unread > 0 ? [t.newConversations(unread)] : []),
      ...(mentions > 0 ? [w.unseenMentions(mentions)] : []),
    ].join(", ");
    return html`<a
      class="place ${inMenu ? "wide" : ""} ${apart ? "apart" : ""}"
      href="/${page}"
      aria-label=${name}
      title=${w[page]}
      aria-current=${this.page === page ? "page" : nothing}
    >
      ${icon(picture, 21)}
      <span class="word" aria-hidden="true">${w[page]}</span>
      ${unread > 0 ? html`<b aria-hidden="true">${unread > 99 ? "99+" : unread}</b>` : ""}
      ${mentions > 0 ? html`<b class="mentions" aria-hidden="true">@${mentions > 99 ? "99+" : mentions}</b>` : ""}
    </a>`;
  }

  #unread(): number {
    return myConversations().value.items.filter((one) => one.unread > 0).length;
  }
}

define("hilo-rail", Rail);
