import type { Need } from "./indexes.ts";
import { type Source, withoutComments } from "./sources.ts";

type Root = Pick<Need, "collection" | "scope">;
type Names = ReadonlyMap<string, Root>;

const condition = /\bwhere\(\s*"([^"]+)"\s*,\s*"([^"]+)"(?:\s*,\s*\[([^\]]*)\])?/g;
const ordering = /\borderBy\(\s*"([^"]+)"(?:\s*,\s*"(asc|desc)")?/g;

/** The queries that files put together, statement by statement. */
export function queriesOf(files: readonly Source[]): Need[] {
  const functions = new Map(files.flatMap(functionsIn));
  return files.flatMap((file) => {
    const texts = statements(file);
    const names = new Map([...functions, ...texts.flatMap(constantIn)]);
    return texts.flatMap((text) => queryIn(file.path, text, names));
  });
}

/** The conditions and orders in a file that no query of `queriesOf` holds: they must be looked at otherwise. */
export function unread(file: Source, needs: readonly Need[]): number {
  const text = withoutComments(file.text);
  const written = text.match(/\b(where|orderBy)\(/g)?.length ?? 0;
  const own = needs.filter(({ where }) => where === file.path);
  return written - own.reduce((sum, need) => sum + need.filters.length + need.orders.length, 0);
}

function statements({ text }: Source): string[] {
  return withoutComments(text).split(/;|\n\}|\{\n/);
}

function queryIn(path: string, text: string, names: Names): Need[] {
  const filters = [...text.matchAll(condition)].map(([, field = "", op = "", list]) => ({
    field,
    op,
    ...(list === undefined ? {} : { values: list.split(",").filter((one) => one.trim()).length }),
  }));
  const orders = [...text.matchAll(ordering)].map(([, field = "", way]) => ({
    field,
    direction: way === "desc" ? ("DESCENDING" as const) : ("ASCENDING" as const),
  }));
  const root = rootIn(text) ?? calledIn(text, names);
  if (!root || filters.length + orders.length === 0) return [];
  return [{ where: path, ...root, filters, orders }];
}

function rootIn(text: string): Root | undefined {
  const group = /\bcollectionGroup\(\s*"([^"]+)"/.exec(text)?.[1];
  if (group) return { collection: group, scope: "COLLECTION_GROUP" };
  const direct = [...text.matchAll(/\bcollection\(\s*"([^"]+)"/g)].at(-1)?.[1];
  const ofPath = /\bcollectionOf\(([^)]*)\)/.exec(text)?.[1]?.match(/"([^"]+)"(?=[^"]*$)/)?.[1];
  const collection = direct ?? ofPath;
  return collection ? { collection, scope: "COLLECTION" } : undefined;
}

function calledIn(text: string, names: Names): Root | undefined {
  const words = [...text.matchAll(/\b(\w+)\b/g)].map(([, word = ""]) => word);
  return words.map((word) => names.get(word)).find(Boolean);
}

/** A constant that holds a collection, by its name. */
function constantIn(text: string): [string, Root][] {
  const name = /\bconst (\w+) =/.exec(text)?.[1];
  const root = rootIn(text);
  return name && root && !/\b(where|orderBy)\(/.test(text) ? [[name, root]] : [];
}

/** Functions that only answer a collection, by their names: `messagesOf` stands for its collection everywhere. */
function functionsIn(file: Source): [string, Root][] {
  const bodies = withoutComments(file.text).matchAll(
    /function (\w+)\([^{]*?\{\s*return ([^;]*);\s*\}/g,
  );
  return [...bodies].flatMap(([, name = "", body = ""]): [string, Root][] => {
    const root = /\b(where|orderBy)\(/.test(body) ? undefined : rootIn(body);
    return root ? [[name, root]] : [];
  });
}
