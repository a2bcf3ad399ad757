import { css, html, type TemplateResult } from "lit";
import type { Counts } from "../../../data/conversations.ts";
import { mostInPlace, upTo } from "../../../data/count-pace.ts";
import { everything, type Filter, inView, isApart, places } from "../../../data/filter.ts";
import { countPlaces } from "../../../data/filtered-counts.ts";
import { unseenMentions } from "../../../data/mentions.ts";
import { t } from "../../../text/inbox.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";
import type { IconName } from "../../../ui/icons.ts";
import { Watch } from "../../../ui/source.ts";
import "../../../ui/menu.ts";
import type { MenuItem } from "../../../ui/menu.ts";
import { setFilter } from "../filters/set-filter.ts";

const signs = {
  mentions: "atSign",
  snoozed: "alarmClock",
  resolved: "checkCheck",
  closed: "lock",
} as const satisfies Record<string, IconName>;

/** Where the list is, and where else one can go: to what is put off or done. Counted when somebody looks. */
export class Places extends HiloElement {
  static override properties = { filter: { attribute: false }, counts: { state: true } };
  static override styles = [
    HiloElement.styles,
    css`
      :host,
      hilo-menu {
        font: inherit;
        letter-spacing: inherit;
      }
      hilo-menu::part(button) {
        display: inline-flex;
        gap: 4px;
        width: auto;
        margin-left: -8px;
        padding: 0 8px;
        color: inherit;
        font: inherit;
        letter-spacing: inherit;
      }
      svg {
        transform: rotate(90deg);
      }
    `,
  ];
  declare filter: Filter;
  declare counts: Counts;

  constructor() {
    super();
    this.filter = everything;
    this.counts = {};
    new Watch(this, unseenMentions);
  }

  protected override render(): TemplateResult {
    const { view } = this.filter;
    return html`<hilo-menu
      plain
      .label=${isApart(view) ? t[view] : t.title}
      .items=${this.#items()}
      @opened=${this.#count}
      @choose=${this.#choose}
      ><slot></slot>${icon("chevronRight", 16)}</hilo-menu
    >`;
  }

  #items(): MenuItem[] {
    const { view } = this.filter;
    const inbox: MenuItem = { id: "all", text: t.title, icon: "inbox", checked: !isApart(view) };
    const unseen = unseenMentions.value?.length ?? 0;
    return [
      inbox,
      this.#item("mentions", unseen === 0 ? undefined : unseen),
      ...places.map((one) => this.#item(one, this.counts[one])),
    ];
  }

  #item(place: keyof typeof signs, count: number | undefined): MenuItem {
    return {
      id: place,
      text: t[place],
      icon: signs[place],
      checked: this.filter.view === place,
      apart: place === "mentions" || place === places[0],
      ...(count === undefined ? {} : { hint: upTo(mostInPlace, count) }),
    };
  }

  /** The old numbers stay until the new ones are there. */
  async #count(): Promise<void> {
    const { filter } = this;
    const counted = await countPlaces(filter);
    if (filter === this.filter) this.counts = counted;
  }

  #choose({ detail }: CustomEvent<string>): void {
    const place = (["mentions", ...places] as const).find((one) => one === detail);
    if (place) setFilter(inView(this.filter, place));
    else if (isApart(this.filter.view)) setFilter(inView(this.filter, "mine"));
  }
}

define("hilo-places", Places);
