import type { PublicChannel } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { offersResolving } from "../../../data/send-and-resolve.ts";
import { t } from "../../../text/composer.ts";
import { expectField } from "../../../ui/typed-ahead.ts";
import { extraItems } from "./extras/extras.ts";
import type { Into } from "./files/refused.ts";
import { counter, resolveButton, sendButton } from "./foot-parts.ts";
import { type Tools, toolbar } from "./toolbar.ts";
import { records } from "./voice/recorder-keeper.ts";
import { isMail, mailParts } from "./writing/mail-lazy.ts";
import type { Writing } from "./writing/writing.ts";

type Does = Pick<Tools, "files" | "emoji" | "choose"> & {
  quick: () => void;
  record: (into: Into) => void;
  send: () => void;
  resolve: () => void;
};

/** What stands under the field: what else can be put in, how long the text is, and the way to send. */
export function foot(
  host: { channel: PublicChannel | undefined; requestUpdate(): void },
  { mode, text }: Writing,
  ready: boolean,
  { quick, record, send, resolve, choose, ...does }: Does,
): TemplateResult {
  const { channel } = host;
  const note = mode === "note";
  const into = note ? "note" : channel;
  const capabilities = note ? undefined : channel?.capabilities;
  return html`<div class="foot">
    ${toolbar({
      ...does,
      choose: (extra) => {
        expectField(() => choose(""));
        choose(extra);
      },
      quick: note ? undefined : quick,
      templates: capabilities?.exits.includes("template"),
      attaches: !capabilities || capabilities.attachments > 0,
      record: records(into, text) ? () => record(into) : undefined,
      format: mailParts(host, channel, mode)?.formatting(host),
      more: capabilities ? extraItems(capabilities) : [],
    })}
    ${capabilities ? counter(text, capabilities) : nothing}
    ${note || !offersResolving() ? nothing : resolveButton(ready, resolve)}
    ${sendButton(note, ready, send, isMail(channel, mode) ? t.sendKeys : undefined)}
  </div>`;
}
