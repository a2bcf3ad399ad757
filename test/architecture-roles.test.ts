import { deepEqual, equal } from "node:assert/strict";
import { rolesNamed } from "./support/role-names.ts";

const rows: readonly [broken: string, path: string, text: string][] = [
  [
    "an endpoint asks for a role",
    "functions/src/users/members.ts",
    'if (actor.role !== "admin") throw refused();',
  ],
  [
    "a page asks for a role",
    "console/src/pages/channels/channels.ts",
    'if (!["supervisor"].includes(signedIn().role)) return none();',
  ],
  [
    "a page that knows the blank {{agent}} asks for a role",
    "console/src/pages/templates/editor.ts",
    'const mine = signedIn().role === "agent";',
  ],
  [
    "a route keeps a table by role",
    "schema/src/routes/users.ts",
    "const most = { admin: 500, agent: 20 };",
  ],
  [
    "a verb has something for each role",
    "functions/src/users/invite.ts",
    "const most: Record<Role, number> = mostOf(roles);",
  ],
  [
    "a query asks for a role",
    "functions/src/users/store.ts",
    'return all.where("role", "==", "agent");',
  ],
  ["a verb takes a role out of their list", "functions/src/a/a.ts", "return Role.enum.admin;"],
  ["a page asks whether it is one", "console/src/data/a.ts", "if (isAdmin()) return all;"],
];

describe("architecture: roles where permissions are meant", () => {
  for (const [broken, path, text] of rows) {
    it(`sees that ${broken}`, () => equal(rolesNamed([{ path, text }]).length, 1));
  }
  it("leaves alone roles that are shown and handed on, a scope, and a template's blank", () => {
    const files = [
      {
        path: "functions/src/users/members.ts",
        text: 'const ends = before.role !== after.role; // "admin"\naudit(batch, "role", to.role);',
      },
      { path: "schema/src/routes/route.ts", text: 'type Scope = "read" | `admin:$' + "{string}`;" },
      { path: "console/src/pages/templates/editor.ts", text: 'const known = ["agent", "date"];' },
      { path: "console/src/text/words.ts", text: 'admin: "Administrator", agent: "Agent",' },
    ];
    deepEqual(rolesNamed(files), []);
  });
});
