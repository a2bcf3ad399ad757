import type { PublicChannel } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { t as e } from "../../text/template-editor.ts";
import { t } from "../../text/templates.ts";
import { w } from "../../text/words.ts";
import type { FileUpload } from "../../ui/file-field.ts";
import { headerFields } from "./editor-header.ts";
import { buttonFields, choice, line } from "./editor-parts.ts";
import { type Form, fitted, nextNumber, shapeOf } from "./form.ts";
import { languageCodes, languageName } from "./words.ts";

type Approved = NonNullable<Form["approved"]>;

type Parts = {
  form: Form;
  channels: readonly PublicChannel[];
  upload: FileUpload;
  write(approved: Approved): void;
  choose(file: File): void;
};

/** What only a template has that a provider approves, above its text: account, language, names and header. */
export function aboveText(parts: Parts): TemplateResult | typeof nothing {
  const { form, channels, write } = parts;
  const { approved } = form;
  if (!approved) return nothing;
  const set = (change: Partial<Approved>) => write({ ...approved, ...change });
  const channel = channelIn(parts);
  const platform = channel ? w[channel.platform] : "";
  return html`<div class="pair">
      ${choice({
        label: t.channel,
        name: "channel",
        value: approved.channelId,
        options: channels.map(({ id, name }) => [id, name] as const),
        write: (channelId) => {
          const next = channels.find(({ id }) => id === channelId);
          write(fitted({ ...approved, channelId }, next));
        },
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
        label: e.kind(platform),
        name: "kind",
        value: approved.category,
        options: (shapeOf(channel)?.categories ?? []).map((one) => [one, t[one]] as const),
        write: (category) => set({ category: category as Approved["category"] }),
      })}
      ${line({
        label: e.providerName(platform),
        name: "providerName",
        value: approved.name,
        most: 60,
        hint: e.providerNameHint,
        write: (name) => set({ name, named: true }),
      })}
    </div>
    ${header(parts, approved)}`;
}

function header(parts: Parts, approved: Approved): TemplateResult {
  const { form, upload, write, choose } = parts;
  const channel = channelIn(parts);
  const shape = shapeOf(channel);
  return headerFields({
    header: approved.header,
    shape,
    platform: channel ? w[channel.platform] : "",
    variable: shape?.numbered ? nextNumber(form, shape) : "header",
    upload,
    file: form.examples.header ?? "",
    write: (change) => write({ ...approved, header: { ...approved.header, ...change } }),
    choose,
  });
}

/** And below its text: footer and buttons. */
export function belowText(parts: Parts): TemplateResult | typeof nothing {
  const { form, write } = parts;
  const { approved } = form;
  if (!approved) return nothing;
  const shape = shapeOf(channelIn(parts));
  const next = nextNumber(form, shape);
  return html`${
    shape?.footer
      ? line({
          label: e.footer,
          name: "footer",
          value: approved.footer,
          most: 60,
          write: (footer) => write({ ...approved, footer }),
        })
      : nothing
  }
  ${buttonFields({
    buttons: approved.buttons,
    limits: shape?.buttons ?? { most: 0, title: 0 },
    variable: (index) => (shape?.numbered ? next : `button${index}`),
    write: (buttons) => write({ ...approved, buttons }),
  })}`;
}

function channelIn({ form, channels }: Parts): PublicChannel | undefined {
  return channels.find(({ id }) => id === form.approved?.channelId);
}
