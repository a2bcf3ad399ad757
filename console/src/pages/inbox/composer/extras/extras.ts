import type { Capabilities } from "@hilo/schema";
import { nothing, type TemplateResult } from "lit";
import { t } from "../../../../text/composer.ts";
import { Lazy } from "../../../../ui/lazy.ts";
import type { MenuItem } from "../../../../ui/menu.ts";
import { narrow } from "../../../../ui/narrow.ts";
import type { ExtraHost } from "./extra-dialogs.ts";
import type { Made } from "./made.ts";

const dialogs = new Lazy(() => import("./extra-dialogs.ts"));

/** What a channel carries besides texts and files; on a phone also what has no room for a button of its own. */
export function extraItems(capabilities: Capabilities): MenuItem[] {
  const { buttons, list, location, cards, exits, mail } = capabilities;
  const template = narrow.value && exits.includes("template");
  return [
    ...(template ? [{ id: "template", text: t.template, icon: "fileText" } as const] : []),
    ...(buttons || list ? [{ id: "options", text: t.buttons, icon: "check" } as const] : []),
    ...(location ? [{ id: "place", text: t.location, icon: "mapPin" } as const] : []),
    ...(mail ? [{ id: "signature", text: t.signature, icon: "note" } as const] : []),
    ...(cards ? [{ id: "card", text: t.contact, icon: "user" } as const] : []),
  ];
}

type Host = ExtraHost & { requestUpdate(): void };

/** The dialog in which one of them is put together; `done` gets it, or that it was sent already, or nothing when it was left. */
export function extraDialog(
  extra: string,
  host: Host,
  done: (made?: Made | "sent") => void,
): TemplateResult | typeof nothing {
  if (extra === "") return nothing;
  return dialogs.of(host)?.dialogOf(extra, host, done) ?? nothing;
}
