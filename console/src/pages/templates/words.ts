import type { ApprovedTemplate, DraftFault } from "@hilo/schema";
import { language } from "../../text/language.ts";
import { t as e } from "../../text/template-editor.ts";
import { t } from "../../text/templates.ts";
import type { Tone } from "../../ui/tag.ts";

export const tones: Record<ApprovedTemplate["status"], Tone> = {
  draft: "neutral",
  pending: "info",
  approved: "good",
  rejected: "bad",
  paused: "warning",
  disabled: "neutral",
};

const faults = {
  category: () => e.faultCategory,
  noFooter: () => e.faultNoFooter,
  buttonTitle: () => e.faultButtonTitle,
  fileKind: () => e.faultFileKind,
  tooLong: () => e.faultTooLong,
  variableAtEdge: () => e.faultVariableAtEdge,
  variablesTogether: () => e.faultVariablesTogether,
  numbering: () => e.faultNumbering,
  oneVariable: () => e.faultOneVariable,
  noVariable: () => e.faultNoVariable,
  buttonOrder: () => e.faultButtonOrder,
  buttonTwice: () => e.faultButtonTwice,
  buttonCount: () => e.faultButtonCount,
  buttonAddress: () => e.faultButtonAddress,
  buttonPhone: () => e.faultButtonPhone,
  noExample: () => e.faultNoExample,
  onlyNumbers: () => e.faultOnlyNumbers,
  lineBreaks: () => e.faultLineBreaks,
  noFile: () => e.faultNoFile,
} satisfies Record<DraftFault["fault"], () => string>;

export function faultWords({ fault }: DraftFault): string {
  return faults[fault]();
}

/** Languages that the platforms know and this console's people write. */
export const languageCodes = ["es", "es_AR", "es_ES", "es_MX", "en", "en_GB", "en_US", "pt_BR"];

/** A language's name in the language of the console. */
export function languageName(code: string): string {
  const names = new Intl.DisplayNames([language()], { type: "language" });
  try {
    return names.of(code.replace("_", "-")) ?? code;
  } catch {
    return code;
  }
}

/** What the values of a quick reply look like in its preview. */
export function sampleValues(agent: string, company: string): Record<string, string> {
  const name = t.sampleName;
  const first = name.split(" ")[0] ?? name;
  const date = new Intl.DateTimeFormat(language(), { day: "numeric", month: "long" }).format();
  const own = { name, first_name: first, agent, company, phone: t.samplePhone, date };
  const email = t.sampleEmail;
  return {
    ...own,
    email,
    ...{ nombre: name, primer_nombre: first, agente: agent, empresa: company },
    ...{ telefono: t.samplePhone, correo: email, fecha: date },
  };
}
