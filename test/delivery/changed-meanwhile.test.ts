import assert from "node:assert/strict";
import { during } from "../support/during.ts";
import { makeMember, signIn } from "../support/people.ts";
import { type Administration, type Json, startAdministration } from "./administration.ts";
import { freshWorkspace } from "./workspace.ts";

type Case = {
  what: string;
  path: (uid: string) => string;
  seen: Json;
  /** What somebody else makes of it, and what the caller wants. */
  theirs: Json;
  ours: Json;
  changed: { field: string; value: unknown };
};

const templateId = crypto.randomUUID();

const cases: readonly Case[] = [
  {
    what: "a channel's name",
    path: () => "/channels/twilio-sms",
    seen: { name: "sms" },
    theirs: { name: "Ventas" },
    ours: { name: "Soporte" },
    changed: { field: "name", value: "Ventas" },
  },
  {
    what: "a quick reply",
    path: () => `/templates/${templateId}`,
    seen: { name: "Saludo", text: "Hola" },
    theirs: { text: "Buenos días" },
    ours: { name: "Bienvenida", text: "Hola, ¿qué tal?" },
    changed: { field: "text", value: "Buenos días" },
  },
  {
    what: "a member's name",
    path: (uid) => `/members/${uid}`,
    seen: { name: "Berta" },
    theirs: { name: "Beatriz" },
    ours: { name: "Bea" },
    changed: { field: "name", value: "Beatriz" },
  },
];

describe("two who change the same", () => {
  const administration = during(startAdministration);
  const ask: Administration["ask"] = (...call) => administration.ask(...call);
  let other: { uid: string; token: string };
  before(async () => {
    const workspaceId = await freshWorkspace();
    await administration.enter(workspaceId);
    const member = await makeMember(workspaceId, "admin", "Berta");
    other = { uid: member.uid, token: await signIn(member) };
    const made = await ask("POST", "/templates", {
      id: templateId,
      name: "Saludo",
      category: "",
      platforms: [],
      text: "Hola",
      examples: {},
    });
    assert.equal(made.status, 201, JSON.stringify(made.json));
  });

  for (const { what, path: pathFor, seen, theirs, ours, changed } of cases)
    it(`of ${what}, the second is told who changed it, when and to what, and may insist`, async () => {
      const path = pathFor(other.uid);
      const begun = Date.now();
      assert.equal((await ask("PATCH", path, { ...theirs, seen }, other.token)).status, 200);
      const refused = await ask("PATCH", path, { ...ours, seen });
      assert.deepEqual([refused.status, refused.json.code], [409, "changed"]);
      const [told = {}, ...more] = refused.json.changed as Json[];
      assert.deepEqual([told.field, told.value, more], [changed.field, changed.value, []]);
      assert.equal((told.by as Json).id, other.uid);
      assert.ok(Number(told.at) >= begun - 5000 && Number(told.at) <= Date.now() + 5000);
      const now = { ...seen, [changed.field]: changed.value };
      assert.equal((await ask("PATCH", path, { ...ours, seen: now })).status, 200);
      const again = await ask("PATCH", path, { ...ours, seen });
      assert.equal(again.status, 200, "what is as it is wanted already is no conflict");
    });

  it("different fields take nothing from each other", async () => {
    const path = `/templates/${templateId}`;
    const first = { text: "Adiós", seen: { text: "Hola, ¿qué tal?" } };
    const second = { name: "Despedida", seen: { name: "Bienvenida" } };
    assert.equal((await ask("PATCH", path, first, other.token)).status, 200);
    assert.equal((await ask("PATCH", path, second)).status, 200);
  });

  it("whoever says nothing of what they saw is compared with nothing", async () => {
    const path = "/channels/twilio-whatsapp";
    assert.equal((await ask("PATCH", path, { name: "Uno" }, other.token)).status, 200);
    assert.equal((await ask("PATCH", path, { name: "Dos" })).status, 200);
    assert.equal((await ask("GET", path)).json.name, "Dos");
  });

  it("of one's own signatures, each channel is compared by itself", async () => {
    const path = "/members/me/signatures";
    const patch = (channel: string, seen: string, wanted: string) =>
      ask("PATCH", path, {
        signatures: { [channel]: wanted },
        seen: { signatures: { [channel]: seen } },
      });
    assert.equal((await patch("email", "", "<p>Ana</p>")).status, 200);
    assert.equal((await patch("other", "", "<p>Ana S.</p>")).status, 200);
    assert.equal((await patch("constructor", "", "<p>A.</p>")).status, 200, "names are any");
    const refused = await patch("email", "", "<p>A.</p>");
    assert.deepEqual(
      [refused.status, (refused.json.changed as Json[])[0]?.field],
      [409, "signatures.email"],
    );
    assert.equal((await patch("email", "<p>Ana</p>", "<p>A.</p>")).status, 200);
  });
});
