import type { ListedConversation } from "@hilo/schema";
import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import { me } from "../../../../data/members.ts";
import { signedIn } from "../../../../data/session.ts";
import { sendTemplate } from "../../../../data/template-sending.ts";
import { t } from "../../../../text/composer.ts";
import "../../../../ui/dialog.ts";
import { define, HiloElement } from "../../../../ui/element.ts";
import "./template-picker.ts";
import type { Picked } from "./template-picker.ts";

/** Where a template is chosen, filled in and sent although free words may be sent too. Tells `sent`, and `close`. */
export class ComposeTemplate extends HiloElement {
  static override properties: PropertyDeclarations = { conversation: { attribute: false } };
  declare conversation: ListedConversation | undefined;

  constructor() {
    super();
    this.conversation = undefined;
  }

  protected override render(): TemplateResult {
    const { channelId = "", contact, address = "" } = this.conversation ?? {};
    return html`<hilo-dialog label=${t.template} open>
      <hilo-template-picker
        .channelId=${channelId}
        .customer=${{ name: contact?.name ?? "", address }}
        @picked=${({ detail }: CustomEvent<Picked>) => this.#send(detail)}
      ></hilo-template-picker>
    </hilo-dialog>`;
  }

  #send(picked: Picked): void {
    if (!this.conversation) return;
    const name = me()?.name ?? signedIn().email;
    void sendTemplate({ conversationId: this.conversation.id, ...picked, name });
    this.tell("sent");
  }
}

define("hilo-compose-template", ComposeTemplate);
