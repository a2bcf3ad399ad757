import { changeSeen, seenFor } from "../../data/seen.ts";
import { changeTemplate, type WrittenTemplate } from "../../data/templates.ts";
import { t as e } from "../../text/template-editor.ts";
import { t } from "../../text/templates.ts";
import { askWhose } from "../../ui/ask-whose.ts";

/** Saves what was changed of a template; all else stays as somebody else may have left it meanwhile. */
export async function saveTemplate(
  id: string,
  written: WrittenTemplate,
  before: WrittenTemplate,
): Promise<void> {
  const changes = differing(written, before);
  if (Object.keys(changes).length === 0) return;
  const seen = seenFor(changes, before);
  await changeSeen(changes, seen, (body) => changeTemplate(id, body), askWhose(nameOf));
}

function differing(written: WrittenTemplate, before: WrittenTemplate): Partial<WrittenTemplate> {
  const fields = Object.entries(written) as [keyof WrittenTemplate, unknown][];
  return Object.fromEntries(
    fields.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}

/** What a field is called, by its path; of what the provider approves, all is its content. */
function nameOf(path: string): string {
  const names = { name: t.name, category: t.category, examples: e.examples };
  const [field = ""] = path.split(".");
  return Object.hasOwn(names, field) ? names[field as keyof typeof names] : t.text;
}
