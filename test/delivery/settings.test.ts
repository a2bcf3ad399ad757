import assert from "node:assert/strict";
import { connectionOf, forgetConnections } from "../../functions/src/channels/connections.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { setStatus } from "../../functions/src/conversations/desk.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import {
  forgetSettings,
  languageOf,
  workspaceName,
  zoneOf,
} from "../../functions/src/settings/settings.ts";
import { settingsAt } from "../../functions/src/settings/store.ts";
import { statsOf } from "../../functions/src/stats/store.ts";
import { countOperations } from "../bench/support/operations.ts";
import { connected } from "./voices/connected.ts";
import { telegram } from "./voices/telegram.ts";
import { firstAt } from "./voices/voice.ts";
import { freshWorkspace } from "./workspace.ts";

describe("the settings of a workspace", () => {
  let workspaceId: string;

  beforeEach(async () => {
    workspaceId = await freshWorkspace();
  });

  const told = async (id: string) => [
    await zoneOf(id),
    await languageOf(id),
    await workspaceName(id),
  ];

  it("are its zone, its language and its name", async () => {
    assert.deepEqual(await told(workspaceId), ["America/Santiago", "es", "Test"]);
  });

  it("have a default where nobody has set them", async () => {
    const other = `w-${newId()}`;
    assert.deepEqual(await told(other), ["UTC", "es", other]);
  });

  it("are read once, whoever asks and however often", async () => {
    const asked = () => Promise.all([told(workspaceId), told(workspaceId)]);
    assert.equal((await countOperations(1, asked)).reads, 1);
    assert.equal((await countOperations(1, asked)).reads, 0);
  });

  it("count as they were changed once they are read anew", async () => {
    await zoneOf(workspaceId);
    await settingsAt(workspaceId).update({ timeZone: "Asia/Tokyo", language: "en" });
    assert.equal(await zoneOf(workspaceId), "America/Santiago");
    forgetSettings();
    assert.deepEqual(await told(workspaceId), ["Asia/Tokyo", "en", "Test"]);
  });

  it("say on which day something counts, also when its channel is there no more", async () => {
    const own = await connected(telegram);
    const { channelId } = telegram;
    const connection = (await connectionOf(own, channelId)) ?? assert.fail();
    const sender = { address: "7" };
    const event = { type: "message", externalId: "1", kind: "text", text: "hola" } as const;
    await receive(connection, { ...event, at: firstAt, files: [], sender });
    await channelsOf(own).doc(channelId).delete();
    forgetConnections();
    setClock(() => Date.UTC(2030, 0, 15, 1));
    const doer = { type: "member", id: "admin", name: "Admin", requestId: "r", ip: "" } as const;
    await setStatus({ ...doer, workspaceId: own }, hash(channelId, "7"), "resolved");
    const counted = await statsOf(own).where("day", "==", "20300114").get();
    assert.deepEqual(
      counted.docs.map((doc) => doc.get("resolved")),
      [1],
    );
  });
  afterEach(() => setClock());
});
