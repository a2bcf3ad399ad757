import { type CollectionName, collections, type Permission, permissions } from "@hilo/schema";
import { blank, lineOf, regions, subjectOf } from "./rules-text.ts";

/** Rules with one thing changed. */
export type Mutant = {
  line: number;
  /** The collection whose rules were changed. */
  subject: string;
  was: string;
  becomes: string;
  rules: string;
};

type Swap = { was: RegExp; becomes: readonly string[] };

const roles = ["'admin'", "'supervisor'", "'agent'", "'owner'"];
const permissionNames = Object.keys(permissions) as Permission[];
/** A permission for each set of roles; that rules name the right one of the same roles, another test holds. */
const told: Permission[] = ["conversations.work", "audit.read", "deadLetters.manage"];
const names = Object.keys(collections) as CollectionName[];
/** Collections that no client reads, and one that is none. */
const hidden = [...names.filter((name) => collections[name].readers === null), "invented"];
const shown = names.filter((name) => collections[name].readers !== null);

/** What a token may turn into. */
const swaps: Swap[] = [
  { was: /&&/g, becomes: ["||"] },
  { was: /\|\|/g, becomes: ["&&"] },
  { was: /==/g, becomes: ["!="] },
  { was: /<=/g, becomes: ["<", ">=", "=="] },
  { was: />=/g, becomes: [">", "<=", "=="] },
  { was: / < /g, becomes: [" > "] },
  { was: / \* /g, becomes: [" + "] },
  { was: / \+ /g, becomes: [" - "] },
  { was: /\b(24|60|128|1|1000)\b/g, becomes: ["0", "2", "23", "25", "127", "129", "1001"] },
  { was: /\b180\b/g, becomes: ["0", "1", "179", "181"] },
  { was: /\bis string\b/g, becomes: ["is list", "is map", "is int", "!= null"] },
  { was: /'(admin|supervisor|agent)'/g, becomes: roles },
  { was: /(?<='admin')\]/g, becomes: [", 'supervisor']", ", 'agent']"] },
  { was: /(?<='supervisor')\]/g, becomes: [", 'agent']"] },
  { was: /(?<='(admin|supervisor|agent)')\]/g, becomes: [", 'owner']"] },
  { was: /'\w+\.\w+'(?=:)/g, becomes: ["'invented'"] },
  { was: /'\w+\.\w+': \[[^\]]*\],/g, becomes: [""] },
  { was: /'(conversationId|state|at|viewing|typing)'/g, becomes: ["'uid'", "'gone'", "''"] },
  { was: /'(all|team|none)'/g, becomes: ["'own'", "'t2'", "''"] },
  { was: /\b(seesAll|isInTime)\(\)(?! \{)/g, becomes: ["true", "false"] },
  { was: /\b(holder|team)\b(?= ==| in )/g, becomes: ["request.auth.uid", "'none'", "'t2'"] },
  { was: /\.(assigneeId|ownerId|teamId)\b/g, becomes: [".contactId", ".guests"] },
  { was: /\btakesPartIn\(conversation\)(?! \{)/g, becomes: ["true", "takesPartIn('free')"] },
  { was: /'(inbound|outbound)'/g, becomes: ["'note'", "'system'", "''"] },
  { was: /(?<=visitor\.)\w+/g, becomes: ["workspace", "conversation"] },
  { was: /\bisVisitorOf\(conversation\)(?! \{)/g, becomes: ["request.auth != null"] },
  { was: /\bisVisitorOf\(conversation\)(?! \{)/g, becomes: ["isVisitorOf('c1')"] },
  { was: /, '\w+'(?=[,\]])/g, becomes: ["", ", 'uid'"] },
  { was: /'\w+', (?=')/g, becomes: [""] },
  { was: /\bmay\('[^']+'\)/g, becomes: ["may('invented')", "request.auth != null"] },
  { was: /\[permission\]/g, becomes: told.map((name) => `['${name}']`) },
  ...permissionNames.map((name) => ({
    was: new RegExp(`(?<=may\\(')${name}(?=')`, "g"),
    becomes: told.filter((other) => `${permissions[other]}` !== `${permissions[name]}`),
  })),
  { was: /\bisOwn\(\)(?! \{)/g, becomes: ["!isOwn()"] },
  { was: /\bmember ==/g, becomes: ["workspace ==", "database =="] },
  { was: /\[workspace\]/g, becomes: ["['demo']", "['other']", "[request.auth.uid]"] },
  {
    was: /request\.auth\.token\.workspaces\[workspace\]/g,
    becomes: ["request.auth.token.role", "'admin'", "request.auth.token.workspaces.values()[0]"],
  },
  { was: /request\.auth\.uid/g, becomes: ["request.auth.token.role", "null"] },
  { was: /\bin (?=roles|\[)/g, becomes: ["!= "] },
  {
    was: /\ballow read\b/g,
    becomes: ["allow get", "allow list", "allow write", "allow read, write"],
  },
  { was: /\bcreate, update\b/g, becomes: ["create", "update", "write, read"] },
  { was: /\ballow delete\b/g, becomes: ["allow write", "allow read"] },
  { was: /allow [^;]+;/g, becomes: [""] },
  { was: new RegExp(`(?<=match /)(${shown.join("|")})\\b`, "g"), becomes: hidden },
  { was: /(?<=match \/\w+\/\{\w+)\}/g, becomes: ["=**}"] },
];

/** Rules that would let everybody in, put where they would be obeyed. */
const insertions = [
  "match /{document=**} { allow read: if request.auth != null; }",
  "match /{document=**} { allow read: if request.auth.token.workspaces.size() > 0; }",
  "match /{path=**}/messages/{message} { allow read: if true; }",
  "match /{path=**}/conversations/{conversation} { allow list: if request.auth != null; }",
  "match /workspaces/{any} { allow read: if true; }",
  "match /workspaces/{any}/{collection}/{id} { allow get: if request.auth != null; }",
  "match /workspaces/{any}/{collection}/{id} { allow write: if request.auth != null; }",
];

/** Every mutant of the rules, each different. */
export function mutantsOf(rules: string): Mutant[] {
  const code = blank(rules);
  const all = [
    ...swaps.flatMap((swap) => swapped(rules, code, swap)),
    ...regions(code).flatMap((region) => weakened(rules, code, region)),
    ...insertions.map((added) => insert(rules, added)),
  ];
  const different = new Map(all.map((mutant) => [mutant.rules, mutant]));
  different.delete(rules);
  return [...different.values()];
}

function swapped(rules: string, code: string, { was, becomes }: Swap): Mutant[] {
  return [...code.matchAll(was)].flatMap(({ 0: found, index }) =>
    becomes.map((other) => change(rules, index, found, other)),
  );
}

/** A condition without one of its parts, always true, and never true. */
function weakened(rules: string, code: string, [start, end]: readonly [number, number]): Mutant[] {
  const condition = code.slice(start, end);
  const parts = condition.split("&&");
  const without = parts.map((_, index) => parts.filter((__, other) => other !== index).join("&&"));
  return [...(parts.length > 1 ? without : []), " true", " false"].map((other) =>
    change(rules, start, condition, other),
  );
}

function insert(rules: string, added: string): Mutant {
  const before = "match /workspaces/{workspace} {";
  return change(rules, rules.indexOf(before), before, `${added}\n    ${before}`);
}

function change(rules: string, index: number, was: string, becomes: string): Mutant {
  return {
    line: lineOf(rules, index),
    subject: subjectOf(rules, index),
    was: was.trim(),
    becomes: becomes.trim(),
    rules: rules.slice(0, index) + becomes + rules.slice(index + was.length),
  };
}
