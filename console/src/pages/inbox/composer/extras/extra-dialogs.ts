import type { ListedConversation, PublicChannel } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import type { Made } from "./made.ts";

export type ExtraHost = {
  channel: PublicChannel | undefined;
  conversation: ListedConversation | undefined;
};

/** The dialog in which one of the extras is put together; `done` gets it, or that it was sent already, or nothing when it was left. */
export function dialogOf(
  extra: string,
  { channel, conversation }: ExtraHost,
  done: (made?: Made | "sent") => void,
): TemplateResult | typeof nothing {
  const capabilities = channel?.capabilities;
  if (!capabilities) return nothing;
  const compose = (event: CustomEvent<Made>) => done(event.detail);
  const close = () => done();
  if (extra === "options") {
    void import("./compose-options.ts");
    return html`<hilo-compose-options .limits=${capabilities} @compose=${compose} @close=${close}></hilo-compose-options>`;
  }
  if (extra === "template") {
    void import("../template-picker/compose-template.ts");
    return html`<hilo-compose-template .conversation=${conversation} @sent=${() => done("sent")} @close=${close}></hilo-compose-template>`;
  }
  if (extra === "signature") {
    void import("../../mail/signature-dialog.ts");
    return html`<hilo-signature-dialog .channel=${channel} @close=${close}></hilo-signature-dialog>`;
  }
  if (extra === "place") {
    void import("./compose-place.ts");
    return html`<hilo-compose-place @compose=${compose} @close=${close}></hilo-compose-place>`;
  }
  void import("./compose-card.ts");
  return html`<hilo-compose-card @compose=${compose} @close=${close}></hilo-compose-card>`;
}
