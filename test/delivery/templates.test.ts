import assert from "node:assert/strict";
import { Template } from "@hilo/schema";
import { newId } from "../../functions/src/platform/clock.ts";
import { AppError } from "../../functions/src/platform/errors.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { readyTemplate } from "../../functions/src/templates/sendable.ts";
import { allTemplates, templateAt } from "../../functions/src/templates/store.ts";
import { during } from "../support/during.ts";
import { makeMember, signIn } from "../support/people.ts";
import { type Administration, startAdministration } from "./administration.ts";
import { change, post } from "./meta-account.ts";
import { startProvider } from "./provider.ts";
import { startWebhooks } from "./server.ts";
import { templateOffice, written } from "./template-office.ts";
import { documentsOf } from "./workspace.ts";

describe("templates", () => {
  const administration = during(startAdministration);
  during(startWebhooks);
  const provider = during(() => startProvider({ retries: 0 }));
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await templateOffice(administration, provider);
  });

  const ask: Administration["ask"] = (...call) => administration.ask(...call);
  const sync = (channelId: string) => ask("POST", `/channels/${channelId}/templates/sync`);

  async function named(name: string): Promise<{ id: string; template: Template }> {
    const all = await allTemplates(workspaceId);
    const found = all.find(({ template }) => template.approved?.name === name);
    assert.ok(found, `no ${name}`);
    return found;
  }

  async function stateOf(id: string) {
    return read(Template, await templateAt(workspaceId, id).get())?.approved;
  }

  async function create(channelId: string, name: string, changes: object = {}): Promise<string> {
    const id = newId();
    const approved = { channelId, name, language: "es", category: "UTILITY" };
    const body = { id, ...written, approved, ...changes };
    const { status, json } = await ask("POST", "/templates", body);
    assert.equal(status, 201, JSON.stringify(json));
    return id;
  }

  for (const [channelId, held] of [
    ["twilio-whatsapp", 4],
    ["whatsapp", 5],
    ["messenger", 4],
  ] as const) {
    it(`of ${channelId} come once, and what is ours stays`, async () => {
      const first = await sync(channelId);
      assert.deepEqual(first.json, { added: held, changed: 0, unchanged: 0, gone: 0 });
      const [one, two] = (await allTemplates(workspaceId)).map(({ id }) => id);
      assert.ok(one && two);
      const own = { name: "Nuestro nombre", category: "Nuestra" };
      assert.equal((await ask("PATCH", `/templates/${one}`, own)).status, 200);
      assert.equal((await ask("DELETE", `/templates/${two}`)).status, 200);
      const draft = await create(channelId, "un_borrador");
      const kept = { text: "Otro texto", "approved.status": "pending" };
      await templateAt(workspaceId, one).update(kept);
      const again = await sync(channelId);
      assert.deepEqual(again.json, { added: 0, changed: 1, unchanged: held - 1, gone: 0 });
      const after = new Map((await allTemplates(workspaceId)).map((it) => [it.id, it.template]));
      assert.equal(after.get(one)?.name, own.name);
      assert.equal(after.get(one)?.category, own.category);
      assert.notEqual(after.get(one)?.text, kept.text);
      assert.ok(after.get(two)?.removedAt);
      assert.equal(after.get(draft)?.approved?.status, "draft");
      assert.equal(after.get(draft)?.text, written.text);
    });

    it(`of ${channelId} are submitted once, and end as the provider decides`, async () => {
      const good = await create(channelId, "pedido_en_camino");
      const bad = await create(channelId, "pedido_rejected");
      const answers = await Promise.all(
        [good, good, bad].map((id) => ask("POST", `/templates/${id}/submit`)),
      );
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 200],
      );
      assert.equal((await stateOf(good))?.status, "pending");
      assert.ok((await stateOf(good))?.externalId);
      await provider.control.settled();
      const { json } = await sync(channelId);
      assert.deepEqual(json, { added: held, changed: 2, unchanged: 0, gone: 0 });
      assert.equal((await stateOf(good))?.status, "approved");
      assert.equal((await stateOf(bad))?.status, "rejected");
      assert.match((await stateOf(bad))?.reason ?? "", /INVALID_FORMAT/);
      const changed = await ask("PATCH", `/templates/${good}`, { text: "Otro" });
      assert.equal(changed.status, 409);
    });
  }

  it("that would be rejected are refused here, in words", async () => {
    const id = await create("twilio-whatsapp", "malo", { text: "{{1}} y {{3}}", examples: {} });
    const { status, json } = await ask("POST", `/templates/${id}/submit`);
    assert.equal(status, 422);
    assert.ok((json.errors as unknown[]).length >= 3, JSON.stringify(json));
    assert.equal((await stateOf(id))?.status, "draft");
  });

  it("that the provider refuses at once stay drafts that say why", async () => {
    const id = await create("whatsapp", "saludo");
    const { status, json } = await ask("POST", `/templates/${id}/submit`);
    assert.equal(status, 422);
    assert.match(String(json.detail), /already saludo/);
    const state = await stateOf(id);
    assert.equal(state?.status, "draft");
    assert.match(state?.reason ?? "", /already saludo/);
  });

  it("that the provider does not have are told from those that never arrived", async () => {
    const [lost, waiting, gone] = await Promise.all(
      ["perdida", "reciente", "borrada"].map((name) => create("twilio-whatsapp", name)),
    );
    const at = (id = "") => templateAt(workspaceId, id);
    const old = new Date(Date.now() - 3_600_000);
    await at(lost).update({ "approved.status": "pending", updatedAt: old });
    await at(waiting).update({ "approved.status": "pending" });
    await at(gone).update({ "approved.status": "approved", "approved.externalId": "HXgone" });
    const { json } = await sync("twilio-whatsapp");
    assert.deepEqual(json, { added: 4, changed: 0, unchanged: 0, gone: 2 });
    const states = await Promise.all([lost, waiting, gone].map((id = "") => stateOf(id)));
    assert.deepEqual(
      states.map((state) => [state?.status, state?.reason]),
      [
        ["draft", "neverArrived"],
        ["pending", null],
        ["disabled", "gone"],
      ],
    );
  });

  for (const [channelId, name] of [
    ["whatsapp", "encuesta_de_atencion"],
    ["messenger", "pago_recibido"],
  ] as const)
    it(`of ${channelId} follow what Meta tells, in any order and any number of times`, async () => {
      await sync(channelId);
      const { id, template } = await named(name);
      assert.deepEqual(template.platforms, [channelId]);
      const later = Math.floor(Date.now() / 1000) + 60;
      const approved = change(template, "APPROVED", later);
      const paused = change(template, "PAUSED", later + 10, "Paused for 3 hours");
      for (const body of [paused, approved, paused, approved])
        assert.equal(await post(workspaceId, body), 200);
      const state = await stateOf(id);
      assert.equal(state?.status, "paused");
      assert.equal(state?.reason, "Paused for 3 hours");
      assert.equal(await post(workspaceId, change(template, "APPROVED", later + 20)), 200);
      assert.equal((await stateOf(id))?.status, "approved");
      assert.equal((await stateOf(id))?.reason, null);
      const { json } = await sync(channelId);
      assert.equal(json.changed, 0, "a sync does not take back what was told since");
    });

  it("are ready when they are approved, of this channel and filled in", async () => {
    await Promise.all([sync("twilio-whatsapp"), sync("whatsapp")]);
    const { id } = await named("vencimiento_f29");
    const variables = { "1": "Ana", "2": "octubre", "3": "20 de noviembre", "4": "f29", "9": "x" };
    const ready = await readyTemplate(workspaceId, "twilio-whatsapp", { id, variables });
    assert.match(ready.text, /^Hola Ana: el F29 de octubre vence el 20 de noviembre\./);
    assert.deepEqual(Object.keys(ready.template.variables), ["1", "2", "3", "4"]);
    assert.match(ready.template.externalId ?? "", /^HX/);
    assert.equal(ready.options?.buttons?.[0]?.url, "https://clientes.hilo.test/f29");
    const refused: [string, string, string, Record<string, string>, RegExp][] = [
      ["no such template", "twilio-whatsapp", "nothing", variables, /no such template/],
      ["another channel's", "whatsapp", id, variables, /another channel/],
      ["a value missing", "twilio-whatsapp", id, { ...variables, "2": " " }, /\{\{2\}\}/],
      ["a line break", "twilio-whatsapp", id, { ...variables, "1": "A\nB" }, /line breaks/],
      ["four spaces", "twilio-whatsapp", id, { ...variables, "1": "A    B" }, /four spaces/],
      ["an address with a space", "twilio-whatsapp", id, { ...variables, "4": "a b" }, /address/],
      ["too long", "twilio-whatsapp", id, { ...variables, "1": "A".repeat(1000) }, /too long/],
    ];
    for (const [name, channelId, template, values, words] of refused)
      await assert.rejects(
        readyTemplate(workspaceId, channelId, { id: template, variables: values }),
        (error) =>
          error instanceof AppError && error.code === "invalid" && words.test(error.message),
        name,
      );
    const pending = await named("cierre_anual");
    const wanted = { id: pending.id, variables: { "1": "Ana" } };
    await assert.rejects(readyTemplate(workspaceId, "twilio-whatsapp", wanted), /not approved/);
  });

  for (const [channelId, name, variables, words] of [
    ["twilio-whatsapp", "seguimiento_consulta", { "1": "Ana", "2": "lunes" }, /Hola Ana, .* lunes/],
    [
      "whatsapp",
      "caso_resuelto",
      { header: "77", "1": "Ana", "2": "el cobro", button0: "77" },
      /Caso 77[\s\S]*Hola Ana, .* el cobro/,
    ],
  ] as const) {
    it(`begin a conversation on ${channelId}, as the customer reads it`, async () => {
      await sync(channelId);
      const { id } = await named(name);
      const body = {
        messageId: newId(),
        kind: "template",
        to: "+56981002233",
        template: { id, variables },
      };
      const { status, json } = await ask("POST", `/channels/${channelId}/messages`, body);
      assert.equal(status, 202, JSON.stringify(json));
      assert.ok(["queued", "sending", "sent"].includes(String(json.status)), JSON.stringify(json));
      const thread = provider.control.threads().find((one) => one.channelId === channelId);
      const shown = thread?.entries.at(-1);
      assert.match(shown?.text ?? "", words);
      assert.ok(shown?.offer?.buttons?.length);
      const found = Object.entries(await documentsOf(workspaceId)).find(([path]) =>
        path.endsWith(body.messageId),
      );
      assert.match(String((found?.[1] as { text?: string } | undefined)?.text), words);
    });
  }

  it("are read by agents and written by supervisors, each change with its audit entry", async () => {
    const agent = await signIn(await makeMember(workspaceId, "agent"));
    const supervisor = await signIn(await makeMember(workspaceId, "supervisor"));
    const id = newId();
    const body = { id, name: "Hola", text: "Hola {{first_name}}" };
    assert.equal((await ask("POST", "/templates", body, agent)).status, 403);
    assert.equal((await ask("POST", "/templates", body, supervisor)).status, 201);
    assert.equal((await ask("POST", "/templates", body, supervisor)).status, 201);
    assert.equal((await ask("POST", `/templates/${id}/uses`, undefined, agent)).status, 200);
    const copy = newId();
    const copied = await ask("POST", `/templates/${id}/copy`, { id: copy }, supervisor);
    assert.equal(copied.status, 201);
    assert.equal((await ask("DELETE", `/templates/${id}`, undefined, supervisor)).status, 200);
    const listed = async (): Promise<[string, number][]> => {
      const { json } = await ask("GET", "/templates", undefined, agent);
      const all = json.templates as { name: string; used: number }[];
      return all.map((it): [string, number] => [it.name, it.used]);
    };
    assert.deepEqual(await listed(), [["Hola (2)", 0]]);
    assert.equal((await ask("PATCH", `/templates/${id}`, { name: "x" }, supervisor)).status, 404);
    assert.equal(
      (await ask("POST", `/templates/${id}/restore`, undefined, supervisor)).status,
      200,
    );
    const both = new Map(await listed());
    assert.deepEqual([both.size, both.get("Hola"), both.get("Hola (2)")], [2, 1, 0]);
    const entries = Object.entries(await documentsOf(workspaceId))
      .filter(([path]) => path.includes("/audit/"))
      .map(([, entry]) => (entry as { action: string }).action);
    assert.deepEqual(entries.sort(), [
      "templates.copy",
      "templates.create",
      "templates.remove",
      "templates.restore",
    ]);
  });
});
