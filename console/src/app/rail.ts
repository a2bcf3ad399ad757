import type { Role } from "@hilo/schema";
import { may, type Permission } from "@hilo/schema/permissions";
import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { myConversations } from "../data/conversations.ts";
import { unseenMentions } from "../data/mentions.ts";
import { signedIn } from "../data/session.ts";
import { t } from "../text/app.ts";
import { w } from "../text/words.ts";
import { define, HiloElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import type { IconName } from "../ui/icons.ts";
import { mark } from "../ui/mark.ts";
import { Watch } from "../ui/source.ts";
import "./account.ts";
import { railStyles } from "./rail-styles.ts";
import { search } from "./search.ts";

/** `only` names what one has to be allowed for it; those are in the account's menu on a phone. */
type Place = {
  page: "inbox" | "dashboard" | "templates" | "channels";
  address: string;
  icon: IconName;
  only?: Permission;
  /** In the account's menu on a phone too, for want of room. */
  wide?: boolean;
};

const places: readonly Place[] = [
  { page: "inbox", address: "/inbox", icon: "inbox" },
  { page: "dashboard", address: "/dashboard", icon: "dashboard" },
  { page: "templates", address: "/templates", icon: "fileText", wide: true },
  { page: "channels", address: "/channels", icon: "plug", only: "channels.manage" },
];

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
      ${placesOf(signedIn().role).map((place) => this.#link(place))}
      <button class="place" aria-label=${t.search} title=${t.search} @click=${search}>
        ${icon("search", 21)}<span class="word">${t.search}</span>
      </button>
      <hilo-account></hilo-account>
    </nav>`;
  }

  #link(place: Place): TemplateResult {
    const unread = place.page === "inbox" ? this.#unread() : 0;
    const mentions = place.page === "inbox" ? (unseenMentions.value?.length ?? 0) : 0;
    const name = [
      w[place.page],
      ...(unread > 0 ? [t.newConversations(unread)] : []),
      ...(mentions > 0 ? [w.unseenMentions(mentions)] : []),
    ].join(", ");
    return html`<a
      class=${place.only || place.wide ? "place wide" : "place"}
      href=${place.address}
      aria-label=${name}
      title=${w[place.page]}
      aria-current=${this.page === place.page ? "page" : nothing}
    >
      ${icon(place.icon, 21)}
      <span class="word" aria-hidden="true">${w[place.page]}</span>
      ${unread > 0 ? html`<b aria-hidden="true">${unread > 99 ? "99+" : unread}</b>` : ""}
      ${mentions > 0 ? html`<b class="mentions" aria-hidden="true">@${mentions > 99 ? "99+" : mentions}</b>` : ""}
    </a>`;
  }

  #unread(): number {
    return myConversations().value.items.filter((one) => one.unread > 0).length;
  }
}

/** The pages that a role has. */
function placesOf(role: Role): readonly Place[] {
  return places.filter(({ only }) => only === undefined || may(role, only));
}

define("hilo-rail", Rail);
