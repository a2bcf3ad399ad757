import type { Capabilities, ListedConversation, PublicChannel } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import type { Extra, Writing } from "../../../data/sending.ts";
import { t } from "../../../text/composer.ts";
import type { MenuItem } from "../../../ui/menu.ts";
import { narrow } from "../../../ui/narrow.ts";

/** Something put together in a dialog, ready to be sent. */
export type Made = Extra & Pick<Writing, "kind"> & { text: string };

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

type Desk = { channel: PublicChannel | undefined; conversation: ListedConversation | undefined };

/** The dialog in which one of them is put together; `done` gets it, or that it was sent already, or nothing when it was left. */
export function extraDialog(
  extra: string,
  { channel, conversation }: Desk,
  done: (made?: Made | "sent") => void,
): TemplateResult | typeof nothing {
  const capabilities = channel?.capabilities;
  if (extra === "" || !capabilities) return nothing;
  const compose = (event: CustomEvent<Made>) => done(event.detail);
  const close = () => done();
  if (extra === "options") {
    void import("./compose-options.ts");
    return html`<hilo-compose-options .limits=${capabilities} @compose=${compose} @close=${close}></hilo-compose-options>`;
  }
  if (extra === "template") {
    void import("./compose-template.ts");
    return html`<hilo-compose-template .conversation=${conversation} @sent=${() => done("sent")} @close=${close}></hilo-compose-template>`;
  }
  if (extra === "signature") {
    void import("../mail/signature-dialog.ts");
    return html`<hilo-signature-dialog .channel=${channel} @close=${close}></hilo-signature-dialog>`;
  }
  if (extra === "place") {
    void import("./compose-place.ts");
    return html`<hilo-compose-place @compose=${compose} @close=${close}></hilo-compose-place>`;
  }
  void import("./compose-card.ts");
  return html`<hilo-compose-card @compose=${compose} @close=${close}></hilo-compose-card>`;
}
