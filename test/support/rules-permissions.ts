import { blank } from "../rules/support/rules-text.ts";

const table = /function roles\(\) \{\s*return \{([^}]*)\};/;

/** The roles that rules give each permission, as their one table has it. */
export function rolesInRules(rules: string): Record<string, string[]> {
  const rows = [...(table.exec(rules)?.[1] ?? "").matchAll(/'([\w.]+)': \[([^\]]*)\]/g)];
  return Object.fromEntries(rows.map(([, name = "", roles = ""]) => [name, quoted(roles)]));
}

/** The permissions that rules ask for, each once, in order. */
export function permissionsAsked(rules: string): string[] {
  const asked = [...rules.matchAll(/\bmay\('([^']*)'\)/g)].map(([, name = ""]) => name);
  return [...new Set(asked)].sort();
}

/** What rules have in quotes, without their table and its permissions: no role may be among it. */
export function quotedElsewhere(rules: string): string[] {
  return quoted(blank(rules).replace(table, ""));
}

/** The permission that rules ask first of members who read a collection, by its path under the workspace. */
export function permissionsToRead(rules: string): Record<string, string> {
  const found: Record<string, string> = {};
  let parents: string[] = [];
  for (const line of rules.split("\n")) {
    const [, indent = "", segment] = /^( *)match (\/\w+\/\{\w+\})/.exec(line) ?? [];
    if (segment) parents = [...parents.slice(0, (indent.length - 6) / 2), segment];
    const permission = /allow (?:read|get): if may\('([^']*)'\)(?:;| &&|$)/.exec(line)?.[1];
    const path = parents.join("").replace(/\{conversation\}(?=\/)/, "{conversationId}");
    const name = path.replace(/^\/|\/\{\w+\}$/g, "");
    if (permission) found[name] ??= permission;
  }
  return found;
}

function quoted(text: string): string[] {
  return [...text.matchAll(/'([^']*)'/g)].map(([, word = ""]) => word);
}
