import { css, html, type PropertyDeclarations, type TemplateResult } from "lit";
import { followSession, forgetWhoLeft, isSignedIn, session, takeGuests } from "../data/session.ts";
import { t } from "../text/app.ts";
import { w } from "../text/words.ts";
import { define, HiloElement } from "../ui/element.ts";
import { navigate } from "../ui/navigate.ts";
import { Watch } from "../ui/source.ts";
import { route } from "./router.ts";

const knownKey = "hilo.known";

const parts = {
  shell: () => import("./shell.ts"),
  signIn: () => import("../pages/sign-in/sign-in.ts"),
  accept: () => import("../pages/sign-in/accept.ts"),
};

/** The console: the sign-in page until somebody is signed in, then the shell with its pages, each fetched when needed. */
export class App extends HiloElement {
  static override properties: PropertyDeclarations = {
    loaded: { state: true },
    failed: { state: true },
  };
  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: block;
        height: 100%;
      }
      .failed {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 6px;
        height: 100%;
        padding: 24px;
        text-align: center;
      }
      .failed p {
        margin-bottom: 12px;
        color: var(--secondary);
      }
      h1 {
        font: var(--title);
      }
    `,
  ];
  declare loaded: "nothing" | keyof typeof parts;
  declare failed: boolean;

  constructor() {
    super();
    this.loaded = "nothing";
    this.failed = false;
    new Watch(this, session, route);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#start();
  }

  protected override willUpdate(): void {
    takeGuests(route.value.page === "accept");
  }

  protected override render(): TemplateResult {
    if (this.failed) return this.#failure();
    const at = route.value;
    if (at.page === "accept") return this.#accept(at.workspaceId);
    const who = session.value;
    if (who === "loading") return html``;
    if ("why" in who) return this.#signIn(who.why);
    return this.#shell();
  }

  /** What was taken off the page may be drawn once more before the page comes to rest. */
  protected override updated(): void {
    if (!isSignedIn()) setTimeout(forgetWhoLeft);
  }

  async #start(): Promise<void> {
    // Whoever was signed in on this device most likely still is: fetch the shell meanwhile.
    if (localStorage.getItem(knownKey)) void this.#load("shell");
    await followSession().catch(() => this.#fail());
  }

  #accept(workspaceId: string): TemplateResult {
    if (this.loaded !== "accept") void this.#load("accept");
    return html`<hilo-accept .workspace=${workspaceId}></hilo-accept>`;
  }

  #signIn(why: string): TemplateResult {
    localStorage.removeItem(knownKey);
    const at = route.value;
    if (at.page !== "signIn") this.#go(`/sign-in?next=${encodeURIComponent(here())}`);
    if (this.loaded !== "signIn") void this.#load("signIn");
    return html`<hilo-sign-in .why=${why}></hilo-sign-in>`;
  }

  #shell(): TemplateResult {
    localStorage.setItem(knownKey, "1");
    const at = route.value;
    if (at.page === "signIn") this.#go(at.next);
    if (this.loaded !== "shell") void this.#load("shell");
    return html`<hilo-shell .route=${at}></hilo-shell>`;
  }

  async #load(what: keyof typeof parts): Promise<void> {
    this.loaded = what;
    await parts[what]().catch(() => this.#fail());
  }

  /** Moves on once this rendering is done. */
  #go(address: string): void {
    queueMicrotask(() => navigate(address, { replace: true }));
  }

  #fail(): void {
    this.failed = true;
  }

  #failure(): TemplateResult {
    return html`<main class="failed">
      <h1>${t.failed}</h1>
      <p>${t.failedWhy}</p>
      <button class="button primary" @click=${() => location.reload()}>${w.retry}</button>
    </main>`;
  }
}

function here(): string {
  return location.pathname + location.search;
}

define("hilo-app", App);
