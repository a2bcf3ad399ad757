import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../text/composer.ts";
import { giveBack } from "../../../ui/focus.ts";
import { icon } from "../../../ui/icon.ts";
import type { IconName } from "../../../ui/icons.ts";
import "../../../ui/menu.ts";
import type { MenuItem } from "../../../ui/menu.ts";
import { narrow } from "../../../ui/narrow.ts";
import { place } from "../../../ui/place.ts";
import { awaitField, expectField } from "../../../ui/typed-ahead.ts";

export type Tools = {
  files: (files: Iterable<File>) => void;
  emoji: (emoji: string) => void;
  attaches: boolean;
  /** Records a voice message, where one can go along. */
  record: (() => void) | undefined;
  /** Opens the quick replies, where an answer is written. */
  quick: (() => void) | undefined;
  /** Whether the channel sends templates. */
  templates: boolean | undefined;
  /** What else can be sent, behind one button. */
  more: readonly MenuItem[];
  choose: (id: string) => void;
  /** Whether the buttons that format a text are shown, and how that is changed, where it can be formatted. */
  format: { shown: boolean; toggle: () => void } | undefined;
};

/** The small buttons under the field: a file, an emoji, what was prepared. */
export function toolbar(tools: Tools): TemplateResult {
  return html`
    ${tools.attaches ? attachButton(tools) : nothing}
    <button
      type="button"
      class="icon-button"
      aria-label=${t.emoji}
      title=${t.emoji}
      id="emoji-button"
      aria-haspopup="true"
      popovertarget="emoji"
    >
      ${icon("smile", 20)}
    </button>
    <div
      class="floating"
      id="emoji"
      popover
      @beforetoggle=${awaitEmoji}
      @toggle=${showEmoji}
      @pick=${(event: CustomEvent<string>) => {
        (event.currentTarget as HTMLElement).hidePopover();
        tools.emoji(event.detail);
      }}
    ></div>
    ${tools.format ? formatButton(tools.format) : nothing}
    ${tools.quick ? readyButton(t.quick, "zap", tools.quick) : nothing}
    ${tools.templates && !narrow.value ? readyButton(t.template, "fileText", () => tools.choose("template")) : nothing}
    ${tools.record ? readyButton(t.record, "mic", tools.record) : nothing}
    ${
      tools.more.length === 0
        ? nothing
        : html`<hilo-menu
            plain
            icon=${tools.format ? "ellipsis" : "plus"}
            .label=${tools.format ? t.moreOfMail : t.more}
            .items=${tools.more}
            @choose=${(event: CustomEvent<string>) => tools.choose(event.detail)}
          ></hilo-menu>`
    }
  `;
}

function formatButton({ shown, toggle }: NonNullable<Tools["format"]>): TemplateResult {
  return html`<button
    type="button"
    class="icon-button format"
    aria-label=${t.format}
    title=${t.format}
    aria-expanded=${shown}
    @mousedown=${(event: Event) => event.preventDefault()}
    @click=${toggle}
  >
    Aa
  </button>`;
}

/** Keeps the caret where it is, since what is chosen goes there. */
function readyButton(label: string, sign: IconName, press: () => void): TemplateResult {
  return html`<button
    type="button"
    class="icon-button"
    aria-label=${label}
    title=${label}
    @mousedown=${(event: Event) => event.preventDefault()}
    @click=${press}
  >
    ${icon(sign, 20)}
  </button>`;
}

function attachButton({ files }: Tools): TemplateResult {
  return html`<button
      type="button"
      class="icon-button"
      aria-label=${t.attach}
      title=${t.attach}
      @click=${(event: Event) => {
        const input = (event.currentTarget as HTMLElement).nextElementSibling;
        if (input instanceof HTMLInputElement) input.click();
      }}
    >
      ${icon("paperclip", 20)}
    </button>
    <input
      type="file"
      multiple
      hidden
      aria-label=${t.attach}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        files([...(input.files ?? [])]);
        input.value = "";
      }}
    />`;
}

/** What has opened is told a moment later. */
function awaitEmoji({ newState, currentTarget }: ToggleEvent): void {
  if (newState === "open") expectField(() => (currentTarget as HTMLElement).hidePopover());
}

/** The emoji come with the first press on their button. */
async function showEmoji(event: ToggleEvent): Promise<void> {
  const floating = event.currentTarget as HTMLElement;
  const button = floating.previousElementSibling as HTMLElement;
  if (event.newState !== "open") {
    giveBack(floating, button);
    return floating.replaceChildren();
  }
  const leave = () => floating.hidePopover();
  if (!(await awaitField(() => import("../../../ui/emoji-picker.ts"), leave))) return;
  floating.replaceChildren(document.createElement("hilo-emoji-picker"));
  requestAnimationFrame(() => place(floating, button, "above"));
}
