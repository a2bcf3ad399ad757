import type { Field } from "./mend-head.ts";

/** A Content-Type: what it means in small letters, and its parameters as they came, the first `;` among them. */
export type ContentType = { type: string; parameters: string };

/** The Content-Types of a head that mean something; often there are none, or two. */
export function typesOf(fields: readonly Field[]): ContentType[] {
  return fields
    .filter(({ name, value }) => name === "content-type" && value !== "")
    .map(({ value }) => {
      const at = value.search(/[;\s]/);
      const type = (at < 0 ? value : value.slice(0, at)).trim().replace(/["']/g, "").toLowerCase();
      return {
        type: usual(type),
        parameters: at < 0 ? "" : value.slice(at).replace(/^[;\s]*/, "; "),
      };
    });
}

/** What is meant by types that nobody has defined; nothing where it cannot be told. */
function usual(type: string): string {
  if (/^(?:text\/)?x?html?(?:\/text)?$/.test(type)) return "text/html";
  if (/^(?:plain|text\/?(?:plain|text|ascii|txt|utf-?8)?|plain\/text)$/.test(type))
    return type === "text/plain" ? type : "text/";
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+*-]+$/.test(type) ? type : "";
}

/** What stands between parts, as it is told. */
export function boundaryOf({ parameters }: ContentType): string {
  const told = /boundary\s{0,9}=\s{0,9}(?:"([^"]{0,300})|([^\s;"]{1,300}))/i;
  const [, quoted, plain] = told.exec(parameters) ?? [];
  return (quoted ?? plain ?? "").trimEnd();
}

/** A parameter's value, unquoted. */
export function parameterOf({ parameters }: ContentType, name: string): string {
  const told = new RegExp(`;\\s{0,9}${name}\\s{0,9}=\\s{0,9}"?([^";]{0,300})`, "i");
  return (told.exec(parameters)?.[1] ?? "").trim();
}

/** The parameters without some. */
export function withoutParameters(parameters: string, names: string): string {
  return parameters.replace(
    new RegExp(`;\\s{0,9}(?:${names})\\*?\\s{0,9}[=:]\\s{0,9}(?:"[^"]{0,300}"?|[^;]{0,300})`, "gi"),
    "",
  );
}
