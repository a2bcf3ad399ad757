import {
  css,
  html,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { attend } from "../data/attendance.ts";
import { myConversations } from "../data/conversations.ts";
import { members } from "../data/members.ts";
import { unseenMentions } from "../data/mentions.ts";
import { underWay } from "../data/under-way.ts";
import { t } from "../text/app.ts";
import { w } from "../text/words.ts";
import { commandFor } from "../ui/commands.ts";
import { define, HiloElement } from "../ui/element.ts";
import { Watch } from "../ui/source.ts";
import { titled } from "../ui/title.ts";
import { awaitField } from "../ui/typed-ahead.ts";
import "../ui/toasts.ts";
import "./banner.ts";
import { ArrivalNews } from "./arrival-news.ts";
import { pages } from "./pages.ts";
import { addShellCommands, type Overlay } from "./shell-commands.ts";
import "./rail.ts";
import type { Route } from "./router.ts";
import { isPressing, isTyping, overlayOpen } from "./typing.ts";
import { keepUnsent } from "./unsent-parts.ts";

/** What opens over the page comes with its first use. */
const overlays: Record<Overlay, () => Promise<unknown>> = {
  palette: () => import("./palette.ts"),
  keys: () => import("./keys.ts"),
  alerts: () => import("./alerts-dialog.ts"),
  operations: () => import("./operations-dialog.ts"),
};

/** The frame around every page: rail, connection banner, palette, key list, toasts. */
export class Shell extends HiloElement {
  static override properties: PropertyDeclarations = {
    route: { attribute: false },
    overlay: { state: true },
  };
  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: grid;
        grid-template: "rail banner" auto "rail page" 1fr / var(--rail) minmax(0, 1fr);
        height: 100%;
        overflow: hidden;
      }
      hilo-rail {
        grid-area: rail;
      }
      hilo-banner {
        grid-area: banner;
      }
      main {
        grid-area: page;
        position: relative;
        min-height: 0;
        min-width: 0;
      }
      main > * {
        height: 100%;
      }
      /* Over the end of the list, which can be scrolled: never over what is written, chosen or pressed. */
      hilo-toasts {
        grid-area: page;
        place-self: end start;
        width: calc(var(--list) - 32px);
        margin: 16px;
      }
      .skip {
        position: absolute;
        z-index: 50;
        top: 8px;
        left: 8px;
        transform: translateY(-60px);
      }
      .skip:focus {
        transform: none;
      }
      .unknown {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 6px;
        padding: 24px;
        text-align: center;
      }
      .unknown p {
        margin-bottom: 12px;
        color: var(--secondary);
      }
      h1 {
        font: var(--page-title);
      }
      @media (max-width: 859px) {
        :host {
          grid-template: "banner" auto "page" 1fr "rail" auto / minmax(0, 1fr);
        }
        :host([reading]) hilo-rail {
          display: none;
        }
        hilo-toasts {
          place-self: end center;
          width: min(480px, calc(100% - 32px));
        }
        /* Above the composer stands what was said last: there it is the oldest that is covered. */
        :host([reading]) hilo-toasts {
          align-self: start;
          margin-top: 68px;
        }
      }
    `,
  ];
  declare route: Route;
  declare overlay: Overlay | null;
  #removeCommands: () => void = () => undefined;
  #leave: () => void = () => undefined;
  #endNews: () => void = () => undefined;

  constructor() {
    super();
    this.route = { page: "unknown" };
    this.overlay = null;
    new Watch(this, myConversations(), unseenMentions, members);
    new ArrivalNews(this, () => openConversation(this.route));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void keepUnsent();
    void import("./sign-in-change.ts").then(({ askOfSignIn }) => askOfSignIn());
    this.#endNews = underWay.subscribe(tellOfOperations);
    tellOfOperations();
    this.#leave = attend();
    this.#removeCommands = addShellCommands((overlay) => void this.#show(overlay));
    document.addEventListener("keydown", this.#pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#removeCommands();
    this.#endNews();
    this.#leave();
    document.removeEventListener("keydown", this.#pressed);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("route")) return;
    const { route } = this;
    if ("id" in route) void pages[route.page].load();
    titled(() => [pageName(route)]);
    this.toggleAttribute("reading", openConversation(route) !== null);
  }

  protected override render(): TemplateResult {
    return html`<button type="button" class="skip button" @click=${this.#skip}>${t.skip}</button>
      <hilo-rail .page=${this.route.page}></hilo-rail>
      <hilo-banner></hilo-banner>
      <main id="page" tabindex="-1">${this.#page()}</main>
      <hilo-palette .open=${this.overlay === "palette"} @close=${this.#closed}></hilo-palette>
      <hilo-keys .open=${this.overlay === "keys"} @close=${this.#closed}></hilo-keys>
      <hilo-alerts .open=${this.overlay === "alerts"} @close=${this.#closed}></hilo-alerts>
      <hilo-operations .open=${this.overlay === "operations"} @close=${this.#closed}></hilo-operations>
      <hilo-toasts></hilo-toasts>`;
  }

  #page(): TemplateResult {
    const { route } = this;
    if ("id" in route) return pages[route.page].view(route.id, route.query);
    return html`<div class="unknown">
      <h1>${t.unknownPage}</h1>
      <p>${t.unknownPageWhy}</p>
      <a class="button" href="/inbox">${t.backToInbox}</a>
    </div>`;
  }

  #skip(): void {
    this.renderRoot.querySelector("main")?.focus();
  }

  async #show(overlay: Overlay): Promise<void> {
    if (await awaitField(overlays[overlay])) this.overlay = overlay;
  }

  #closed(): void {
    this.overlay = null;
  }

  #pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || overlayOpen(event) || isPressing(event))
      return;
    const command = commandFor(event, isTyping(event));
    if (!command) return;
    event.preventDefault();
    command.run();
  };
}

/** Most members have nothing under way, and load nothing for it. */
function tellOfOperations(): void {
  if (underWay.value.length > 0)
    void import("./operation-news.ts").then((news) => news.tellOfOperations());
}

function openConversation(route: Route): string | null {
  return route.page === "inbox" ? route.id : null;
}

function pageName({ page }: Route): string {
  if (page === "unknown") return t.unknownPage;
  return page === "signIn" || page === "accept" ? "" : w[page];
}

define("hilo-shell", Shell);
