import { deepEqual, equal } from "node:assert/strict";
import { fileCircles, folderCircles } from "./support/circles.ts";
import {
  collectionsElsewhere,
  defaultExports,
  emptyNames,
  longerThan,
  settingsElsewhere,
  suppressions,
} from "./support/habits.ts";
import { heavySchema, misplaced, worldlyChannels, zodUnder } from "./support/packages.ts";
import { providersNamed } from "./support/provider-names.ts";
import { besideRooms, betweenPages, betweenProviders, wrongWay } from "./support/rooms.ts";
import { importsOf, type Source } from "./support/sources.ts";

type Row = [broken: string, path: string, text: string, rule: (file: Source) => string[]];

const over = (rule: (imports: ReturnType<typeof importsOf>) => string[]) => (file: Source) =>
  rule(importsOf(file));
const each = (rule: (files: Source[]) => string[]) => (file: Source) => rule([file]);

const rows: readonly Row[] = [
  [
    "an earlier room calls a later one",
    "functions/src/contacts/contacts.ts",
    'import { makeLead } from "../leads/leads.ts";',
    over(wrongWay),
  ],
  [
    "a later room's types are used",
    "functions/src/platform/http.ts",
    'import type { Entry } from "../audit/audit.ts";',
    over(wrongWay),
  ],
  [
    "an import over several lines",
    "functions/src/files/files.ts",
    'import {\n  one,\n  two,\n} from "../conversations/send.ts";',
    over(wrongWay),
  ],
  [
    "a dynamic import",
    "functions/src/audit/audit.ts",
    'const { send } = await import("../conversations/send.ts");',
    over(wrongWay),
  ],
  [
    "a re-export",
    "console/src/ui/list.ts",
    'export { session } from "../data/session.ts";',
    over(wrongWay),
  ],
  ["a room nobody placed", "functions/src/billing/billing.ts", 'import "node:fs";', over(wrongWay)],
  [
    "functions reach for the console",
    "functions/src/api.ts",
    'import { t } from "../../console/src/text/texts.ts";',
    over(wrongWay),
  ],
  [
    "a page uses a page",
    "console/src/pages/inbox/inbox.ts",
    'import "../dashboard/chart.ts";',
    over(betweenPages),
  ],
  [
    "a provider uses a provider",
    "functions/src/providers/kapso/wire.ts",
    'import { Wire } from "../meta/wire.ts";',
    over(betweenProviders),
  ],
  [
    "a channel reads the database",
    "functions/src/providers/twilio/outbound.ts",
    'import { db } from "../../platform/firestore.ts";',
    over(worldlyChannels),
  ],
  [
    "a verb speaks HTTP",
    "functions/src/outbound/send.ts",
    'import { Router } from "express";',
    over(misplaced),
  ],
  [
    "a verb is a trigger",
    "functions/src/leads/leads.ts",
    'import { onDocumentCreated } from "firebase-functions/v2/firestore";',
    over(misplaced),
  ],
  [
    "a verb goes round its store",
    "functions/src/leads/leads.ts",
    'import { getFirestore } from "firebase-admin/firestore";',
    over(misplaced),
  ],
  [
    "a page reads Firestore",
    "console/src/pages/inbox/list.ts",
    'import { onSnapshot } from "firebase/firestore";',
    over(misplaced),
  ],
  [
    "the schema imports more than zod",
    "schema/src/lead.ts",
    'import { readFile } from "node:fs";',
    over(misplaced),
  ],
  [
    "a brick knows the console",
    "bricks/src/avatar.ts",
    'import { t } from "../../console/src/text/words.ts";',
    over(misplaced),
  ],
  [
    "the console carries zod",
    "console/src/data/api.ts",
    'import { endpoints } from "@hilo/schema";',
    over(heavySchema),
  ],
  [
    "a verb names a collection",
    "functions/src/leads/leads.ts",
    'workspace(id).collection("leads").add(lead);',
    each(collectionsElsewhere),
  ],
  [
    "a store reads the workspace's settings",
    "functions/src/users/store.ts",
    'return workspace(workspaceId).collection("settings").doc("workspace");',
    each(settingsElsewhere),
  ],
  [
    "a verb does as one provider wants",
    "functions/src/outbound/send.ts",
    'if (channel.provider === "telegram") return;',
    each(providersNamed),
  ],
  [
    "a verb asks backwards",
    "functions/src/outbound/send.ts",
    'const own = "x" !== connection.channel.provider;',
    each(providersNamed),
  ],
  [
    "a shared part of the channels knows one of them",
    "functions/src/providers/provider-call.ts",
    'const first = ["kapso"];',
    each(providersNamed),
  ],
  [
    "the platform reads a provider's address",
    "functions/src/platform/config.ts",
    "const config = z.object({ TWILIO_API_BASE: z.url() });",
    each(providersNamed),
  ],
  [
    "a room reaches into a provider's folder",
    "functions/src/templates/sync.ts",
    'import { graph } from "../providers/meta/graph.ts";',
    each(providersNamed),
  ],
  [
    "the console keeps a table by provider",
    "console/src/ui/provider.ts",
    "const icons: Record<Provider, IconName> = {};",
    each(providersNamed),
  ],
  [
    "the console words what one provider does",
    "console/src/text/notices.ts",
    'const blocked = "Meta bloqueó la página.";',
    each(providersNamed),
  ],
  [
    "the schema knows a provider",
    "schema/src/template/template.ts",
    'const by = z.literal("twilio");',
    each(providersNamed),
  ],
  ["a folder of odds and ends", "functions/src/utils/dates.ts", "", each(emptyNames)],
  ["a file of odds and ends", "console/src/ui/helpers.ts", "", each(emptyNames)],
  ["a default export", "simulator/src/phones/world.ts", "export default {};", each(defaultExports)],
  ["a rule switched off", "schema/src/lead.ts", ["// @ts", "ignore"].join("-"), each(suppressions)],
  [
    "a fault expected outside a test of types",
    "test/schema/lead.test.ts",
    ["// @ts", "expect", "error"].join("-"),
    each(suppressions),
  ],
  [
    "a long file",
    "schema/src/lead.ts",
    "\n".repeat(300).concat("end"),
    each((f) => longerThan(f, 300)),
  ],
];

describe("architecture, broken on purpose", () => {
  it("zod comes along, two files further", () => {
    const files = [
      { path: "schema/src/routes.ts", text: 'import { a } from "./routes/a.ts";' },
      { path: "schema/src/routes/a.ts", text: 'import { b } from "../b.ts";' },
      { path: "schema/src/b.ts", text: 'import * as z from "zod";' },
    ];
    deepEqual(zodUnder(["schema/src/routes.ts"], files.flatMap(importsOf)), ["schema/src/b.ts"]);
  });
  for (const [broken, path, text, rule] of rows) {
    it(broken, () => equal(rule({ path, text }).length, 1));
  }
  it("files import each other by others, by types alone", () => {
    const files = [
      { path: "console/src/ui/menu.ts", text: 'import { icon } from "./icon.ts";' },
      { path: "console/src/ui/icon.ts", text: 'import type { Tone } from "./tone.ts";' },
      { path: "console/src/ui/tone.ts", text: 'export type { Item } from "./menu.ts";' },
      { path: "console/src/ui/page.ts", text: 'import { menu } from "./menu.ts";' },
    ];
    const [menu, icon, tone] = files.map(({ path }) => path);
    deepEqual(fileCircles(files.flatMap(importsOf)), [[menu, icon, tone, menu].join(" → ")]);
  });
  it("folders import each other", () => {
    const home = "console/src/pages/inbox/";
    const files = [
      { path: `${home}mail/bar.ts`, text: 'import { send } from "../composer/files/send.ts";' },
      { path: `${home}composer/field.ts`, text: 'import { bar } from "../mail/bar.ts";' },
      { path: `${home}composer/files/send.ts`, text: 'import { t } from "../../../text/t.ts";' },
    ];
    deepEqual(folderCircles(files.flatMap(importsOf), home), [
      `${home}mail → ${home}composer → ${home}mail`,
    ]);
  });
  it("a test lies in a room that is not there", () => {
    const files = [
      "console/src/ui/menu.ts",
      "test/console/ui/menu.test.ts",
      "test/console/bar/a.test.ts",
    ];
    const all = [...files, "test/console/long.test.ts", "test/journeys/one/day.test.ts"];
    deepEqual(besideRooms(all.map((path) => ({ path }))), [
      "test/console/bar/a.test.ts: console/src/bar does not exist",
    ]);
  });
  it("leaves alone what only sounds like a provider", () => {
    const text = [
      'if (channel.platform === "telegram") return "x";',
      '<span slot="meta" class="meta">{meta(message)}</span>; // as Twilio does',
      'const { provider } = channel; const fields = ["name", "email"]; import.meta.url;',
    ].join("\n");
    deepEqual(providersNamed([{ path: "console/src/ui/bubble.ts", text }]), []);
  });
  it("leaves an import in a comment alone", () => {
    const text = '// import { a } from "../leads/leads.ts";\n/* import "../leads/leads.ts"; */';
    equal(importsOf({ path: "functions/src/audit/audit.ts", text }).length, 0);
  });
});
