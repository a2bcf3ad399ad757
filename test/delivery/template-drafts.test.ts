import assert from "node:assert/strict";
import { Template } from "@hilo/schema";
import { forgetConnections } from "../../functions/src/channels/connections.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { saveFile } from "../../functions/src/files/files.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { templateAt } from "../../functions/src/templates/store.ts";
import { account } from "../../simulator/src/providers/meta/account.ts";
import { samples } from "../functions/files/samples.ts";
import { during } from "../support/during.ts";
import { type Administration, startAdministration } from "./administration.ts";
import { startProvider } from "./provider.ts";
import { templateOffice, written } from "./template-office.ts";

describe("drafts of templates", () => {
  const administration = during(startAdministration);
  const provider = during(() => startProvider({ retries: 0 }));
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await templateOffice(administration, provider);
  });

  const ask: Administration["ask"] = (...call) => administration.ask(...call);

  async function stateOf(id: string) {
    return read(Template, await templateAt(workspaceId, id).get())?.approved;
  }

  async function create(changes: object): Promise<string> {
    const id = newId();
    const { status, json } = await ask("POST", "/templates", { id, ...written, ...changes });
    assert.equal(status, 201, JSON.stringify(json));
    return id;
  }

  it("whose header is a file want that and the channel's app, each said in words", async () => {
    const header = { type: "image" };
    const approved = { channelId: "messenger", name: "con_foto", language: "es", header };
    const draft = { approved: { ...approved, category: "UTILITY" } };
    const id = await create(draft);
    const submit = () => ask("POST", `/templates/${id}/submit`);
    const told = async () => {
      const { status, json } = await submit();
      assert.equal(status, 422, JSON.stringify(json));
      return (json.errors as { path: string }[]).map(({ path }) => path);
    };
    assert.deepEqual(await told(), ["header"]);
    const examples = { ...written.examples, header: "nowhere" };
    assert.equal((await ask("PATCH", `/templates/${id}`, { examples })).status, 200);
    assert.deepEqual(await told(), ["examples.header"]);
    const bytes = samples["image/png"] ?? Buffer.alloc(0);
    const file = await saveFile(workspaceId, { bytes, name: "foto.png", by: "test" });
    await ask("PATCH", `/templates/${id}`, { examples: { ...examples, header: file.id } });
    assert.deepEqual(await told(), ["settings.appId"]);
    assert.equal((await stateOf(id))?.reason, "lacks_appId");
    const place = channelsOf(workspaceId).doc("messenger");
    await place.update({ "settings.appId": account.appId });
    forgetConnections();
    const { status, json } = await submit();
    assert.equal(status, 200, JSON.stringify(json));
    assert.deepEqual((await stateOf(id))?.header, { type: "image", url: "" });
  });

  it("are made for a channel that has some", async () => {
    const approved = { name: "a", language: "es", category: "UTILITY" };
    for (const [channelId, status] of [
      ["twilio-sms", 422],
      ["nowhere", 404],
    ] as const) {
      const body = { id: newId(), ...written, approved: { ...approved, channelId } };
      assert.equal((await ask("POST", "/templates", body)).status, status, channelId);
    }
  });
});
