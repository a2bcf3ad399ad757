import { asHilo, type Identity, inkOn, ownColor, type ToChat, type ToPage } from "../protocol.ts";
import { element, icon } from "./element.ts";
import { icons, styles } from "./look.ts";
import { keep, recall } from "./memory.ts";
import type { Options } from "./options.ts";
import { words } from "./words.ts";

/** The button on the host page, and the frame that it opens. */
export class Launcher {
  readonly #options: Options;
  readonly #key: string;
  readonly #host = element("div");
  readonly #badge = element("span", { className: "badge", hidden: true });
  readonly #button: HTMLButtonElement;
  readonly #panel: HTMLDivElement;
  #frame: HTMLIFrameElement | undefined;
  #identity: Identity | null;
  #open = false;
  #asksAt = 0;
  /** Whether the chat in the frame is there to listen. */
  #listens = false;

  constructor(options: Options) {
    const { chat } = words[options.language];
    this.#options = options;
    this.#identity = options.identity;
    this.#key = `hilo-launcher:${options.workspace}/${options.channel}`;
    this.#panel = element(
      "div",
      { className: `panel ${options.side}`, hidden: true, id: "panel" },
      { role: "dialog", "aria-label": chat },
    );
    this.#button = element(
      "button",
      { type: "button", className: options.side },
      {
        "aria-expanded": "false",
        "aria-controls": "panel",
      },
    );
    this.#button.onclick = () => this.toggle();
    this.#build();
  }

  toggle(open = !this.#open): void {
    if (open === this.#open) return;
    this.#open = open;
    if (open) this.#load();
    this.#panel.hidden = !open;
    this.#draw();
    this.#tell({ hilo: "shown", shown: open });
    if (open) this.#frame?.focus();
    else this.#button.focus();
  }

  /** Whom the host page has signed in; null when they have signed out. */
  identify(identity: Identity | null): void {
    if (JSON.stringify(identity) === JSON.stringify(this.#identity)) return;
    this.#identity = identity;
    this.#introduce();
  }

  #build(): void {
    const root = this.#host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#panel, this.#button);
    const known = recall(this.#key);
    this.#paint(this.#options.color || known?.color || ownColor);
    this.#draw();
    this.#host.addEventListener("keydown", ({ key }) => key === "Escape" && this.toggle(false));
    addEventListener("message", (event) => this.#hear(event));
    document.body.append(this.#host);
    // Somebody who has a chat learns of answers before they open it.
    if (known) setTimeout(() => this.#load(), 1500);
  }

  #draw(): void {
    const { open, close } = words[this.#options.language];
    this.#button.classList.toggle("open", this.#open);
    this.#button.replaceChildren(icon(this.#open ? icons.down : icons.chat), this.#badge);
    this.#button.setAttribute("aria-expanded", String(this.#open));
    this.#button.setAttribute("aria-label", this.#open ? close : open);
  }

  #paint(color: string): void {
    this.#host.style.setProperty("--brand", color);
    this.#host.style.setProperty("--ink", inkOn(color));
  }

  #load(): void {
    if (this.#frame) return;
    const { base, workspace, channel, siteKey, language } = this.#options;
    const query = new URLSearchParams({ workspace, channel, siteKey, language });
    const title = words[language].chat;
    this.#frame = element("iframe", { src: `${base}chat.html?${query}`, title });
    this.#panel.append(this.#frame);
  }

  #hear({ source, origin, data }: MessageEvent): void {
    if (!this.#frame || source !== this.#frame.contentWindow) return;
    if (origin !== new URL(this.#options.base).origin) return;
    const told = asHilo<ToPage>(data);
    if (told?.hilo === "ready") {
      this.#listens = true;
      this.#introduce();
    }
    if (told?.hilo === "unread") this.#count(told.count);
    if (told?.hilo === "close") this.toggle(false);
    if (told?.hilo === "expired") this.#askAnew();
    if (told?.hilo === "look") this.#take(told);
  }

  /** The page may vouch for its customer anew; what it then says may be too old again, so it is asked seldom. */
  #askAnew(): void {
    if (Date.now() < this.#asksAt) return;
    this.#asksAt = Date.now() + 60_000;
    dispatchEvent(new Event("hilochatexpired"));
  }

  #introduce(): void {
    const { language } = this.#options;
    this.#tell({ hilo: "page", language, identity: this.#identity });
    this.#tell({ hilo: "shown", shown: this.#open });
  }

  #take({ color, title }: { color: string; title: string }): void {
    const shown = color || this.#options.color || ownColor;
    this.#paint(shown);
    keep(this.#key, { color: shown });
    this.#panel.setAttribute("aria-label", title);
  }

  #count(count: number): void {
    const { open, close, unread } = words[this.#options.language];
    this.#badge.hidden = count === 0;
    this.#badge.textContent = count > 99 ? "99+" : String(count);
    const label = this.#open ? close : open;
    this.#button.setAttribute("aria-label", count > 0 ? `${label}, ${unread(count)}` : label);
  }

  #tell(message: ToChat): void {
    if (!this.#listens) return;
    this.#frame?.contentWindow?.postMessage(message, new URL(this.#options.base).origin);
  }
}
