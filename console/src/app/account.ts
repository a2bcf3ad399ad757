import { avatarStyles } from "@hilo/bricks/avatar-styles";
import { languageNames } from "@hilo/schema/languages";
import { css, html, type TemplateResult } from "lit";
import { ownAvailability } from "../data/attendance.ts";
import { me, members } from "../data/members.ts";
import { offersResolving, setOffersResolving } from "../data/send-and-resolve.ts";
import { signedIn } from "../data/session.ts";
import { setUndoesSends, undoesSends } from "../data/undo-send.ts";
import { t } from "../text/app.ts";
import { language, languages, setLanguage } from "../text/language.ts";
import { w } from "../text/words.ts";
import { availabilityMark, availabilityStyles, face } from "../ui/availability.ts";
import { runCommand } from "../ui/commands.ts";
import { define, HiloElement } from "../ui/element.ts";
import type { IconName } from "../ui/icons.ts";
import "../ui/menu.ts";
import { attendings } from "@hilo/schema/words";
import type { MenuItem } from "../ui/menu.ts";
import { Watch } from "../ui/source.ts";
import { choose } from "./attending.ts";
import { keyName } from "./key-name.ts";
import { pages, pagesForMe } from "./pages.ts";
import { setTheme, type Theme, theme, themes } from "./theme.ts";
import { leave } from "./unsent-parts.ts";

const themeIcons: Record<Theme, IconName> = { system: "monitor", light: "sun", dark: "moon" };

/** What the menu leaves to a command of its name. */
const commands: readonly string[] = [
  "palette",
  "keys",
  "alerts",
  "operations",
  ...Object.keys(pages),
];

/** The signed-in member, and what they set for this device. */
export class Account extends HiloElement {
  static override styles = [
    HiloElement.styles,
    avatarStyles,
    availabilityStyles,
    css`
      .face {
        display: grid;
        justify-items: center;
        gap: 3px;
      }
      .word {
        display: none;
        font: 500 11px/14px var(--font);
        color: var(--secondary);
      }
      @media (max-width: 859px) {
        :host {
          display: grid;
          place-items: center;
        }
        .face .avatar {
          width: 24px;
          height: 24px;
          font-size: 10px;
        }
        .word {
          display: block;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, members, theme);
  }

  protected override render(): TemplateResult {
    const { uid, email } = signedIn();
    const name = me()?.name ?? email;
    const state = ownAvailability();
    return html`<hilo-menu
      plain
      label=${`${t.account}: ${name}, ${w[state].toLocaleLowerCase()}`}
      .items=${this.#items(name)}
      @choose=${this.#chosen}
    >
      <span class="face">${face(name, uid, state, 32)}<span class="word">${t.accountShort}</span></span>
    </hilo-menu>`;
  }

  #items(name: string): MenuItem[] {
    const shown = themes.map(
      (one, i): MenuItem => ({
        id: one,
        text: t[one],
        icon: themeIcons[one],
        checked: theme.value === one,
        ...(i === 0 ? { apart: true, heading: t.theme } : {}),
      }),
    );
    const spoken = languages.map(
      (one, i): MenuItem => ({
        id: one,
        text: languageNames[one],
        icon: "languages",
        checked: language() === one,
        ...(i === 0 ? { apart: true, heading: t.language } : {}),
      }),
    );
    return [
      ...this.#attending(`${name} · ${w[signedIn().role]}`),
      { id: "palette", text: t.commands, icon: "enter", hint: keyName("Mod+k"), apart: true },
      { id: "keys", text: t.keys, icon: "keyboard", hint: "?" },
      ...pagesForMe().flatMap(({ name, icon, inMenu }) =>
        inMenu ? [{ id: name, text: w[name], icon }] : [],
      ),
      ...shown,
      ...spoken,
      { id: "operations", text: t.operations, icon: "refresh", apart: true },
      { id: "alerts", text: t.alerts, icon: "bell" },
      { id: "undoSend", text: t.undoSend, icon: "timer", checked: undoesSends() },
      {
        id: "sendAndResolve",
        text: t.offerResolving,
        icon: "checkCheck",
        checked: offersResolving(),
      },
      { id: "signOut", text: t.signOut, icon: "logOut", apart: true },
    ];
  }

  #attending(heading: string): MenuItem[] {
    const state = ownAvailability();
    return attendings.map((one, i) => ({
      id: one,
      text: w[one],
      picture: availabilityMark(one),
      checked: state === one,
      ...(i === 0 ? { heading } : {}),
    }));
  }

  #chosen(event: CustomEvent<string>): void {
    const id = event.detail;
    const attending = attendings.find((one) => one === id);
    if (attending) void choose(attending);
    const chosenTheme = themes.find((one) => one === id);
    const chosenLanguage = languages.find((one) => one === id);
    if (chosenTheme) setTheme(chosenTheme);
    if (chosenLanguage) setLanguage(chosenLanguage);
    if (commands.includes(id)) runCommand(id);
    if (id === "undoSend") setUndoesSends(!undoesSends());
    if (id === "sendAndResolve") setOffersResolving(!offersResolving());
    this.requestUpdate();
    if (id === "signOut") void leave();
  }
}

define("hilo-account", Account);
