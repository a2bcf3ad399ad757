import type { ApprovedTemplate, PublicChannel } from "@hilo/schema";
import { variablesIn } from "@hilo/schema/template";
import { type DraftFault, draftFaults } from "@hilo/schema/template-draft";
import { parametersOf } from "@hilo/schema/template-parameters";
import type { ListedTemplate, WrittenTemplate } from "../../data/templates.ts";

export type FormButton = { type: "reply" | "url" | "phone"; title: string; value: string };

/** A template while it is being written; `approved` is null for a quick reply. */
export type Form = {
  id: string | null;
  name: string;
  category: string;
  platforms: WrittenTemplate["platforms"];
  text: string;
  examples: Record<string, string>;
  approved: {
    channelId: string;
    name: string;
    /** Whether the name at the provider follows the name here. */
    named: boolean;
    language: string;
    category: ApprovedTemplate["category"];
    header: string;
    /** A header that is a file, which the provider holds. */
    file: ApprovedTemplate["header"] | null;
    footer: string;
    buttons: FormButton[];
    /** The provider has it: only what is ours can be changed. */
    submitted: boolean;
  } | null;
};

const blank = { id: null, name: "", category: "", platforms: [], text: "", examples: {} };

export function newQuickReply(): Form {
  return { ...blank, approved: null };
}

export function newApproved(channelId: string, language: string): Form {
  const parts = { header: "", file: null, footer: "", buttons: [] };
  const about = { channelId, name: "", named: false, language, category: "UTILITY" } as const;
  return { ...blank, approved: { ...about, ...parts, submitted: false } };
}

/** The form of a template that is there. */
export function formOf(template: ListedTemplate): Form {
  const { id, name, category, platforms, text, examples, approved } = template;
  return {
    ...{ id, name, category, platforms: [...platforms], text, examples: { ...examples } },
    approved: approved && {
      channelId: approved.channelId,
      name: approved.name,
      named: true,
      language: approved.language,
      category: approved.category,
      header: approved.header?.type === "text" ? approved.header.text : "",
      file: approved.header && approved.header.type !== "text" ? approved.header : null,
      footer: approved.footer ?? "",
      buttons: (approved.buttons ?? []).map(({ value = "", ...one }) => ({ ...one, value })),
      submitted: approved.status !== "draft",
    },
  };
}

/** The parts a provider approves, as the schema has them. */
export function partsOf({ text, approved }: Form): Shown {
  if (!approved) return { text };
  const { header, file, footer, buttons } = approved;
  const head = file ?? (header ? ({ type: "text", text: header } as const) : undefined);
  const shown = buttons.map(({ type, title, value }) => ({
    type,
    title: title.trim(),
    ...(type === "reply" ? {} : { value: value.trim() }),
  }));
  return {
    text,
    ...(head ? { header: head } : {}),
    ...(footer ? { footer } : {}),
    ...(shown.length > 0 ? { buttons: shown } : {}),
  };
}

type Shown = { text: string } & Pick<ApprovedTemplate, "header" | "footer" | "buttons">;

/** What is sent to the API: of what a provider has, only what is ours. */
export function writtenOf(form: Form): WrittenTemplate {
  const { name, category, platforms, text, approved } = form;
  const wanted = new Set(variablesOf(form));
  const examples = Object.fromEntries(
    Object.entries(form.examples).filter(([key, value]) => wanted.has(key) && value.trim() !== ""),
  );
  const own = { name: name.trim(), category: category.trim(), platforms, text, examples };
  if (!approved || approved.submitted) return own;
  const { text: _, ...parts } = partsOf(form);
  const { channelId, language, category: kind } = approved;
  return {
    ...own,
    platforms: ["whatsapp"],
    approved: { channelId, language, category: kind, name: approved.name, ...parts },
  };
}

/** The variables of all parts, in their order. */
export function variablesOf(form: Form): string[] {
  if (!form.approved) return variablesIn(form.text);
  return parametersOf(partsOf(form)).map(({ name }) => name);
}

/** What the provider would reject; nothing of a quick reply. */
export function faultsOfForm(form: Form, channel: PublicChannel | undefined): DraftFault[] {
  if (!form.approved || form.approved.submitted) return [];
  return draftFaults({ ...partsOf(form), examples: form.examples }, isNumbered(channel));
}

/** Whether variables are numbers, counted over all parts. */
export function isNumbered(channel: PublicChannel | undefined): boolean {
  return channel?.capabilities?.numberedVariables ?? false;
}

/** The next numbered variable that is free, counted over all parts or in the text. */
export function nextNumber(form: Form, numbered: boolean): string {
  const names = numbered ? variablesOf(form) : variablesIn(form.text);
  return String(Math.max(0, ...names.map(Number).filter(Number.isInteger)) + 1);
}

/** A name in the form that providers take. */
export function providerName(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60);
}

/** Whether it can be saved at all. */
export function isWhole({ name, text, approved }: Form): boolean {
  if (name.trim() === "" || text.trim() === "") return false;
  if (!approved || approved.submitted) return true;
  const buttons = approved.buttons.every(({ title }) => title.trim() !== "");
  return /^[a-z0-9_]{1,512}$/.test(approved.name) && approved.channelId !== "" && buttons;
}
