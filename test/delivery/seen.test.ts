import assert from "node:assert/strict";
import {
  type CollectionName,
  collections,
  type Endpoint,
  endpoints,
  fill,
  holdings,
  isVisibleTo,
  type Viewer,
  type Whose,
} from "@hilo/schema";
import { firstOfAll } from "../../functions/src/conversations/merged.ts";
import { scoped } from "../../functions/src/conversations/scoped.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { db, workspace } from "../../functions/src/platform/firestore.ts";
import { during } from "../support/during.ts";
import { listed } from "../support/listed-conversation.ts";
import { makeMember, signIn } from "../support/people.ts";
import { type Json, startAdministration } from "./administration.ts";
import { examplesFor } from "./examples.ts";
import { outboundMessage } from "./outbound.ts";
import { freshWorkspace } from "./workspace.ts";

const first = Date.UTC(2026, 10, 20);
const sights = [
  { see: "all", teams: [] },
  { see: "team", teams: ["t1", "t2"] },
  { see: "team", teams: [] },
  { see: "own", teams: ["t1"] },
] as const satisfies readonly Omit<Viewer, "id">[];

const depot = { see: "team", teams: ["t2"] } as const;

/** Each kind of whose a conversation is, by four of each, the kinds in turns. */
function kinds(uid: string): Whose[] {
  return [
    { holderId: uid, teamId: "t9" },
    { holderId: uid, teamId: "t1", guests: [uid] },
    { holderId: "eva", teamId: "none", guests: ["eva", uid] },
    { holderId: "eva", teamId: "t1" },
    { holderId: "none", teamId: "t2" },
    { holderId: "none", teamId: "none" },
    { holderId: "none", teamId: "t9" },
    { holderId: "eva", teamId: "none" },
  ];
}

describe("what a member sees of the API", () => {
  const administration = during(startAdministration);
  let workspaceId: string;
  let uid: string;
  let token: string;
  let now: Omit<Viewer, "id"> | undefined;
  let all: (Whose & { id: string; tags: string[] })[];
  before(async () => {
    workspaceId = await freshWorkspace();
    await administration.enter(workspaceId);
    const person = await makeMember(workspaceId, "agent");
    uid = person.uid;
    token = await signIn(person);
    all = Array.from({ length: 32 }, (_, n) => ({
      id: `c${String(n).padStart(2, "0")}`,
      tags: n % 3 === 0 ? ["vip"] : [],
      ...(kinds(uid)[n % 8] ?? assert.fail()),
    }));
    const batch = db().batch();
    for (const [n, { id, tags, holderId, teamId, guests }] of all.entries()) {
      const own = { teamId, ...(guests ? { guests: [...guests] } : {}) };
      const { id: _, ...made } = listed(id, { assigneeId: holderId, tags, ...own });
      batch.set(conversationsOf(workspaceId).doc(id), { ...made, lastMessageAt: first + (n >> 1) });
      batch.set(messageOf(workspaceId, id, "m1"), { ...outboundMessage(), createdAt: new Date(0) });
      for (const name of ["episodes", "leads"] as const)
        batch.set(workspace(workspaceId).collection(name).doc(id), {
          [holdings[name].holder]: holderId,
          teamId,
          n,
        });
    }
    await batch.commit();
  });

  /** From now on the member sees so much, and this API knows. */
  async function letSee(see: Omit<Viewer, "id">) {
    if (now === see) return { id: uid, ...see };
    now = see;
    const answer = await administration.ask("PATCH", `/members/${uid}`, see);
    assert.equal(answer.status, 200, JSON.stringify(answer.json));
    return { id: uid, ...see };
  }

  const ask = (method: string, path: string, body?: unknown, by = token) =>
    administration.ask(method, path, body, by);

  async function pages(query: string): Promise<unknown[]> {
    const found: Json[] = [];
    for (let cursor: unknown = ""; cursor !== null; ) {
      const from = cursor ? `&cursor=${cursor}` : "";
      const { status, json } = await ask("GET", `/conversations?limit=3&${query}${from}`);
      assert.equal(status, 200, JSON.stringify(json));
      found.push(...(json.items as Json[]));
      cursor = json.cursor;
    }
    return found.map(({ id }) => id);
  }

  it("is asked of every collection that is scoped", () => {
    const names = Object.keys(collections) as CollectionName[];
    const messages = "conversations/{conversationId}/messages";
    // Of contacts nobody is the holder: the rules list them for nobody who does not see all.
    assert.deepEqual(
      names.filter((name) => collections[name].scoped).sort(),
      [...Object.keys(holdings), messages, "contacts"].sort(),
    );
  });

  for (const sight of sights) {
    const name = `${sight.see} of [${sight.teams}]`;

    for (const [collection, holding] of Object.entries(holdings)) {
      it(`lists of ${collection} what is seen, each once: ${name}`, async () => {
        const viewer = { id: uid, ...sight };
        const by = collection === "conversations" ? "lastMessageAt" : "n";
        const from = workspace(workspaceId).collection(collection).orderBy(by, "desc");
        const found = await firstOfAll(scoped(from, viewer, { holding }), by, 100);
        const seen = all.filter((one) =>
          isVisibleTo(viewer, holding.guests ? one : { ...one, guests: undefined }),
        );
        assert.deepEqual(found.map(({ id }) => id).sort(), seen.map(({ id }) => id).sort());
      });
    }

    it(`lists conversations by pages, newest first, under filters, too: ${name}`, async () => {
      const viewer = await letSee(sight);
      const seen = all.filter((one) => isVisibleTo(viewer, one)).reverse();
      const filters: [query: string, holds: (one: (typeof all)[number]) => boolean][] = [
        ["", () => true],
        ["tag=vip", ({ tags }) => tags.includes("vip")],
        ["assigneeId=none", ({ holderId }) => holderId === "none"],
        ["assigneeId=eva&tag=vip", (one) => one.holderId === "eva" && one.tags.includes("vip")],
        ["teamId=t1", ({ teamId }) => teamId === "t1"],
        ["teamId=t9&assigneeId=none", (one) => one.teamId === "t9" && one.holderId === "none"],
      ];
      for (const [query, holds] of filters) {
        const expected = seen.filter(holds).map(({ id }) => id);
        assert.deepEqual(await pages(query), expected, query);
      }
    });

    it(`tells threads of those conversations alone: ${name}`, async () => {
      const viewer = await letSee(sight);
      for (const one of all.slice(0, 8)) {
        const status = isVisibleTo(viewer, one) ? 200 : 404;
        for (const path of [`conversations/${one.id}`, `conversations/${one.id}/messages`])
          assert.equal((await ask("GET", `/${path}`)).status, status, path);
      }
    });
  }

  const named = Object.entries<Endpoint>(endpoints).filter(([, { path }]) =>
    path.includes("{conversationId}"),
  );
  for (const [name, endpoint] of named) {
    it(`answers ${name} of what is not seen as of what is not there`, async () => {
      await letSee(depot);
      const before = await conversationsOf(workspaceId).doc("c07").get();
      const called = async (conversationId: string) => {
        const things = { conversationId, messageId: "m1", uid };
        const { params = {}, body, query } = examplesFor(things)[name as keyof typeof endpoints];
        const asked = query ? `?${new URLSearchParams(query)}` : "";
        const path = fill(endpoint.path, params);
        const { status, json } = await ask(endpoint.method, `${path}${asked}`, body);
        const { requestId: _, ...told } = json;
        return { status, told };
      };
      const unseen = await called("c07");
      assert.equal(unseen.status, 404, JSON.stringify(unseen.told));
      assert.deepEqual(unseen, await called("nothing"));
      const after = await conversationsOf(workspaceId).doc("c07").get();
      assert.ok(after.updateTime?.isEqual(before.updateTime ?? assert.fail()));
    });
  }

  it("is the same for an API key that sees a part", async () => {
    const made = await administration.ask("POST", "/api-keys", {
      name: "Depot",
      scopes: ["read"],
      ...depot,
    });
    const key = String(made.json.key);
    const { json } = await ask("GET", "/conversations?limit=100", undefined, key);
    const seen = all.filter((one) => isVisibleTo({ id: "k", ...depot }, one));
    assert.deepEqual(
      (json.items as Json[]).map(({ id }) => id),
      seen.map(({ id }) => id).reverse(),
    );
    assert.equal((await ask("GET", "/conversations/c07", undefined, key)).status, 404);
    const keys = await administration.ask("GET", "/api-keys");
    const [told] = keys.json.items as Json[];
    assert.deepEqual([told?.see, told?.teams], ["team", ["t2"]]);
  });

  it("opens the files of conversations that are seen, and one's own", async () => {
    await letSee(depot);
    const file = { name: "a.png", type: "image/png", size: 1, sha256: "00", createdAt: new Date() };
    const by = { seen: "c04", unseen: "c07", own: uid, colleague: "eva" };
    const batch = db().batch();
    for (const [id, whose] of Object.entries(by))
      batch.set(workspace(workspaceId).collection("files").doc(id), { ...file, by: whose });
    await batch.commit();
    const ids = [...Object.keys(by), "nothing"].join(",");
    const { json } = await ask("GET", `/files/links?ids=${ids}`);
    assert.deepEqual(Object.keys(json.links as Json), ["seen", "own", "colleague"]);
    const note = { messageId: newId(), text: "Mira", attachments: ["unseen"] };
    const answer = await ask("POST", "/conversations/c04/notes", note);
    assert.equal(answer.status, 422);
  });
});
