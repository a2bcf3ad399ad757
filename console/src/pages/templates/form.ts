import type { ApprovedTemplate, HeaderFile, PublicChannel, TemplateForm } from "@hilo/schema";
import { type DraftFault, draftFaults } from "@hilo/schema/template/draft";
import { parametersOf } from "@hilo/schema/template/parameters";
import { variablesIn } from "@hilo/schema/template/template";
import type { ListedTemplate, WrittenTemplate } from "../../data/templates.ts";

export type FormButton = { type: "reply" | "url" | "phone"; title: string; value: string };

/** What stands above the text; a file's example is among the examples, or it is at an address. */
export type FormHeader = { kind: "none" | "text" | HeaderFile; text: string; url: string };

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
    header: FormHeader;
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
  const header: FormHeader = { kind: "none", text: "", url: "" };
  const parts = { header, footer: "", buttons: [] };
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
      header: headerOf(approved.header),
      footer: approved.footer ?? "",
      buttons: (approved.buttons ?? []).map(({ value = "", ...one }) => ({ ...one, value })),
      submitted: approved.status !== "draft",
    },
  };
}

function headerOf(header: ApprovedTemplate["header"]): FormHeader {
  if (!header) return { kind: "none", text: "", url: "" };
  if (header.type === "text") return { kind: "text", text: header.text, url: "" };
  return { kind: header.type, text: "", url: header.url ?? "" };
}

/** What a channel's provider takes as a template. */
export function shapeOf(channel: PublicChannel | undefined): TemplateForm | undefined {
  return channel?.capabilities?.templates;
}

/** The form as another channel takes it: what it does not know falls away. */
export function fitted(approved: Approved, channel: PublicChannel | undefined): Approved {
  const shape = shapeOf(channel);
  if (!shape) return approved;
  const [first = approved.category] = shape.categories;
  const { header } = approved;
  const kept = header.kind === "none" || header.kind === "text" || shape.files?.types[header.kind];
  return {
    ...approved,
    category: shape.categories.includes(approved.category) ? approved.category : first,
    header: kept ? header : { ...header, kind: "none" },
    footer: shape.footer ? approved.footer : "",
  };
}

type Approved = NonNullable<Form["approved"]>;

/** The parts a provider approves, as the schema has them. */
export function partsOf({ text, approved }: Form, shape: TemplateForm | undefined): Shown {
  if (!approved) return { text };
  const { footer, buttons } = approved;
  const head = headerIn(approved.header, shape);
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

function headerIn(
  { kind, text, url }: FormHeader,
  shape: TemplateForm | undefined,
): ApprovedTemplate["header"] {
  if (kind === "none" || (kind === "text" && text.trim() === "")) return undefined;
  if (kind === "text") return { type: "text", text };
  return shape?.files?.by === "address" ? { type: kind, url: url.trim() } : { type: kind };
}

/** What is sent to the API: of what a provider has, only what is ours. */
export function writtenOf(form: Form, channel: PublicChannel | undefined): WrittenTemplate {
  const { name, category, platforms, text, approved } = form;
  const shape = shapeOf(channel);
  const wanted = new Set(parametersIn(form, shape).map(({ name }) => name));
  const examples = Object.fromEntries(
    Object.entries(form.examples).filter(([key, value]) => wanted.has(key) && value.trim() !== ""),
  );
  const own = { name: name.trim(), category: category.trim(), platforms, text, examples };
  if (!approved || approved.submitted) return own;
  const { text: _, ...parts } = partsOf(form, shape);
  const { channelId, language, category: kind } = approved;
  return {
    ...own,
    platforms: channel ? [channel.platform] : platforms,
    approved: { channelId, language, category: kind, name: approved.name, ...parts },
  };
}

/** What is to be filled in, in all parts. */
function parametersIn(
  form: Form,
  shape: TemplateForm | undefined,
): { name: string; kind: string }[] {
  if (!form.approved) return variablesIn(form.text).map((name) => ({ name, kind: "text" }));
  return parametersOf(partsOf(form, shape));
}

/** The variables of all parts that stand for words, in their order. */
export function variablesOf(form: Form, shape: TemplateForm | undefined): string[] {
  const all = parametersIn(form, shape);
  return all.filter(({ kind }) => kind === "text" || kind === "address").map(({ name }) => name);
}

/** What the provider would reject; nothing of a quick reply. */
export function faultsOfForm(form: Form, channel: PublicChannel | undefined): DraftFault[] {
  const { approved, examples } = form;
  const shape = shapeOf(channel);
  if (!approved || approved.submitted || !shape) return [];
  const { category } = approved;
  return draftFaults({ ...partsOf(form, shape), category, examples }, shape);
}

/** The next numbered variable that is free, counted over all parts or in the text. */
export function nextNumber(form: Form, shape: TemplateForm | undefined): string {
  const names = shape?.numbered ? variablesOf(form, shape) : variablesIn(form.text);
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
