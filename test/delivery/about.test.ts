import assert from "node:assert/strict";
import { addNote } from "../../functions/src/conversations/notes.ts";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { deadLettersOf } from "../../functions/src/dead-letters/store.ts";
import { saveFile } from "../../functions/src/files/files.ts";
import { records } from "../../functions/src/files/store.ts";
import { recordEvents } from "../../functions/src/inbound/record.ts";
import { kinds } from "../../functions/src/operation-kinds.ts";
import { enter } from "../../functions/src/operations/begin.ts";
import { changesOf, operationsOf } from "../../functions/src/operations/store.ts";
import { work } from "../../functions/src/operations/work.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { FieldValue } from "../../functions/src/platform/firestore.ts";
import type { Adapter } from "../../functions/src/providers/adapter.ts";
import { sampleOf } from "../../simulator/src/samples/sample.ts";
import { conversationId, type Scene, sceneOf } from "./episode-scene.ts";

const raw = {
  method: "POST",
  url: "/",
  headers: {},
  query: {},
  rawBody: Buffer.from("{}"),
  rest: [],
};

describe("whom files and dead letters are about", () => {
  let scene: Scene;
  let contactId: string;
  beforeEach(async () => {
    scene = await sceneOf();
    await scene.writes();
    contactId = (await scene.conversation()).contactId;
  });
  afterEach(() => setClock());

  async function upload(by: string): Promise<string> {
    const { bytes } = sampleOf("image");
    return (await saveFile(scene.workspaceId, { bytes, name: "a.jpg", by })).id;
  }

  async function aboutOf(id: string): Promise<unknown> {
    return (await records(scene.workspaceId).doc(id).get()).get("about");
  }

  it("is said of a file that a member sends, and of one in a note", async () => {
    const [sent, noted] = [await upload("ana"), await upload("ana")];
    const message = { messageId: newId(), kind: "image" as const, attachments: [sent] };
    await send(scene.doer(), conversationId, message);
    await addNote(scene.doer(), conversationId, {
      ...{ messageId: newId(), text: "Mira", attachments: [noted] },
    });
    assert.deepEqual([await aboutOf(sent), await aboutOf(noted)], [[contactId], [contactId]]);
  });

  it("is left out as long as nobody knows whose conversation it is", async () => {
    await conversationsOf(scene.workspaceId).doc(conversationId).update({ contactId: "none" });
    const noted = await upload("ana");
    const note = { messageId: newId(), text: "Mira", attachments: [noted] };
    await addNote(scene.doer(), conversationId, note);
    assert.equal(await aboutOf(noted), undefined);
  });

  it("is said of what could not be used, where its writer is known", async () => {
    const unusable = async (address: string) => {
      const event = { ...scene.event({ sender: { address } }), account: "another" };
      const parse = () => [event];
      const channel = { parse, accountOf: () => "own" } as unknown as Adapter<unknown>;
      const rawBody = Buffer.from(address);
      await recordEvents([scene.connection], channel, { ...raw, rawBody });
    };
    await unusable("visitor:one");
    await unusable("visitor:unheard-of");
    const { docs } = await deadLettersOf(scene.workspaceId).get();
    const about = Object.fromEntries(docs.map((doc) => [doc.get("body"), doc.get("about")]));
    assert.deepEqual(about, { "visitor:one": [contactId], "visitor:unheard-of": [] });
  });

  it("is said of files of before, by the conversation that they came with", async () => {
    const [came, own] = [await upload(conversationId), await upload("ana")];
    for (const id of [came, own])
      await records(scene.workspaceId).doc(id).update({ about: FieldValue.delete() });
    const doer = { ...scene.doer("apiKey"), type: "system" as const };
    const id = await enter(doer, kinds.migrate, { names: ["filesAbout"] });
    await work(kinds, scene.workspaceId, id);
    assert.deepEqual([await aboutOf(came), await aboutOf(own)], [[contactId], undefined]);
    const [changes] = (await changesOf(operationsOf(scene.workspaceId).doc(id)).get()).docs;
    assert.deepEqual(changes?.get("about"), [contactId]);
  });
});
