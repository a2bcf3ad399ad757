import type { PublicChannel } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../text/templates.ts";
import { buttonFields, choice, line } from "./editor-parts.ts";
import { type Form, isNumbered, nextNumber } from "./form.ts";
import { languageCodes, languageName } from "./words.ts";

type Approved = NonNullable<Form["approved"]>;

/** What only a template has that a provider approves: account, language, header, footer, buttons. */
export function approvedParts(
  form: Form,
  channels: readonly PublicChannel[],
  write: (approved: Approved) => void,
): TemplateResult | typeof nothing {
  const { approved } = form;
  if (!approved) return nothing;
  const set = (change: Partial<Approved>) => write({ ...approved, ...change });
  const categories = ["UTILITY", "MARKETING", "AUTHENTICATION"] as const;
  return html`<div class="pair">
      ${choice({
        label: t.channel,
        name: "channel",
        value: approved.channelId,
        options: channels.map(({ id, name }) => [id, name] as const),
        write: (channelId) => set({ channelId }),
      })}
      ${choice({
        label: t.language,
        name: "language",
        value: approved.language,
        options: languageCodes.map((code) => [code, languageName(code)] as const),
        write: (language) => set({ language }),
      })}
    </div>
    <div class="pair">
      ${choice({
        label: "WhatsApp",
        name: "kind",
        value: approved.category,
        options: categories.map((one) => [one, t[one]] as const),
        write: (category) => set({ category: category as Approved["category"] }),
      })}
      ${line({
        label: t.providerName,
        name: "providerName",
        value: approved.name,
        most: 60,
        hint: t.providerNameHint,
        write: (name) => set({ name, named: true }),
      })}
    </div>
    ${around(form, approved, channels, set)}`;
}

/** A header that is a file is the provider's, and stays. */
function around(
  form: Form,
  approved: Approved,
  channels: readonly PublicChannel[],
  set: (change: Partial<Approved>) => void,
): TemplateResult {
  const channel = channels.find(({ id }) => id === approved.channelId);
  const variable = isNumbered(channel) ? nextNumber(form, true) : "header";
  return html`${
    approved.file
      ? nothing
      : line({
          label: t.headerText,
          name: "header",
          value: approved.header,
          most: 60,
          hint: t.variableHint(variable),
          write: (header) => set({ header }),
        })
  }
  ${line({
    label: t.footer,
    name: "footer",
    value: approved.footer,
    most: 60,
    write: (footer) => set({ footer }),
  })}
  ${buttonFields({
    buttons: approved.buttons,
    variable: (index) => (variable === "header" ? `button${index}` : variable),
    write: (buttons) => set({ buttons }),
  })}`;
}
