import { languageNames } from "@hilo/schema/languages";
import { attendings } from "@hilo/schema/words";
import { ownAvailability } from "../data/attendance.ts";
import { isAllowed } from "../data/session.ts";
import { whenSignedOut } from "../data/signed-out.ts";
import { t } from "../text/app.ts";
import { language, languages, setLanguage } from "../text/language.ts";
import { w } from "../text/words.ts";
import { addCommands, type Command } from "../ui/commands.ts";
import { navigate } from "../ui/navigate.ts";
import { canUndo, forgetDeeds, undoLast } from "../ui/undo.ts";
import { choose } from "./attending.ts";
import { allPages } from "./pages.ts";
import { setTheme, theme, themes } from "./theme.ts";
import { leave } from "./unsent-parts.ts";

whenSignedOut(forgetDeeds);

/** What opens over every page. */
export type Overlay = "palette" | "keys" | "alerts" | "operations";

/** Adds what can be done from every page. */
export function addShellCommands(show: (overlay: Overlay) => void): () => void {
  const everywhere: Command[] = [
    {
      id: "palette",
      text: () => t.commands,
      keys: "Mod+k",
      icon: "search",
      run: () => show("palette"),
    },
    { id: "keys", text: () => t.showKeys, keys: "?", icon: "keyboard", run: () => show("keys") },
    { id: "alerts", text: () => t.alerts, icon: "bell", run: () => show("alerts") },
    {
      id: "operations",
      text: () => t.operations,
      icon: "refresh",
      run: () => show("operations"),
    },
    {
      id: "undo",
      text: () => t.undoLast,
      keys: "Mod+z",
      leftToFields: true,
      icon: "refresh",
      run: undoLast,
      when: canUndo,
    },
    ...allPages.map(({ name, go, icon, permission }) => ({
      id: name,
      text: go,
      icon,
      run: () => navigate(`/${name}`),
      when: () => isAllowed(permission),
    })),
    {
      id: "mentions",
      text: () => t.goMentions,
      icon: "atSign",
      run: () => navigate("/inbox?view=mentions"),
    },
    ...choices(),
    { id: "sign-out", text: () => t.signOut, icon: "logOut", run: () => void leave() },
  ];
  return addCommands(everywhere);
}

/** What the account's menu lets one choose, too. */
function choices(): Command[] {
  return [
    ...attendings.map(
      (one): Command => ({
        id: `attend-${one}`,
        text: () => t.stateIs(w[one].toLocaleLowerCase()),
        icon: "user",
        run: () => void choose(one),
        when: () => ownAvailability() !== one,
      }),
    ),
    ...themes.map(
      (one): Command => ({
        id: `theme-${one}`,
        text: () => t.themeIs(t[one]),
        icon: "sun",
        run: () => setTheme(one),
        when: () => theme.value !== one,
      }),
    ),
    ...languages.map(
      (one): Command => ({
        id: `language-${one}`,
        text: () => t.languageIs(languageNames[one]),
        icon: "languages",
        run: () => setLanguage(one),
        when: () => language() !== one,
      }),
    ),
  ];
}
