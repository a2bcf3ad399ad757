import assert from "node:assert/strict";
import type { Conversation } from "@hilo/schema";
import type { Page } from "playwright-core";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { demo } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { callApi, freshWorkspace, makeMember, type Person, signIn } from "../support/people.ts";
import { openConversation, threadWith } from "./entries.ts";
import { soon, toast } from "./scene.ts";

const where = { channelId: "twilio-sms", provider: "twilio", platform: "sms" } as const;
const notThere = { name: "No encontramos esta conversación" };

describe("who does not see all", () => {
  let workspaceId: string;
  let boss: Person;
  let rosa: Person;
  let ids: Record<"own" | "team" | "free" | "shared" | "other" | "theirs", string>;

  beforeEach(async () => {
    workspaceId = freshWorkspace();
    const channel = (id: string) => workspace(id).collection("channels").doc(where.channelId);
    await channel(workspaceId).create((await channel(demo).get()).data() ?? {});
    boss = await makeMember(workspaceId, "admin");
    rosa = await makeMember(workspaceId, "agent", "Rosa Rey", { see: "team", teams: ["north"] });
    const own = { assigneeId: rosa.uid };
    const team = { assigneeId: boss.uid, teamId: "north" };
    const shared = { assigneeId: boss.uid, teamId: "east", guests: [rosa.uid] };
    const other = { assigneeId: boss.uid, teamId: "east" };
    const [ownId, teamId, freeId, sharedId, otherId, theirsId] = await Promise.all([
      write("Olga Own", { ...own, teamId: "north", guests: [rosa.uid] }),
      write("Tito Team", team),
      write("Fe Free", {}),
      write("Sol Shared", { ...shared, mentioned: [rosa.uid], mentionedAt: Date.now() }),
      write("Oto Other", other),
      write("Ula Unassigned", { teamId: "east" }),
    ]);
    ids = {
      ...{ own: ownId, team: teamId, free: freeId },
      ...{ shared: sharedId, other: otherId, theirs: theirsId },
    };
  });

  function write(name: string, changes: Partial<Conversation>): Promise<string> {
    const contact = { name, avatar: null, country: "CL" };
    return threadWith(where, [{ text: `Soy ${name}` }], { contact, ...changes }, workspaceId);
  }

  function change(id: string, changes: Partial<Conversation>): Promise<unknown> {
    return conversationsOf(workspaceId).doc(id).update(changes);
  }

  /** An administrator changes what Rosa sees. */
  async function letSee(changes: object): Promise<void> {
    const path = `/members/${rosa.uid}`;
    const { status, json } = await callApi(await signIn(boss), path, {
      method: "PATCH",
      body: changes,
    });
    assert.equal(status, 200, JSON.stringify(json));
  }

  const rows = (page: Page) =>
    page
      .locator("hilo-list .body a.row")
      .evaluateAll((all) => all.map((one) => one.getAttribute("data-id")));

  const lists = (page: Page, ...expected: (keyof typeof ids)[]) =>
    soon(async () =>
      assert.deepEqual((await rows(page)).sort(), expected.map((one) => ids[one]).sort()),
    );

  const counts = (page: Page, tab: string) =>
    soon(async () =>
      assert.equal(await page.getByRole("link", { name: tab, exact: true }).count(), 1),
    );

  it(
    "finds each of their own, their teams', nobody's and what is shared with them once, and no other",
    office(async ({ sit }) => {
      const { page } = await sit(rosa, { path: "/inbox?view=all" });
      await lists(page, "own", "team", "free", "shared");
      await counts(page, "Todas 4");
      await counts(page, "Mías 1");
      await counts(page, "Sin asignar 1");
      await page.getByRole("link", { name: /^Sin asignar/ }).click();
      await lists(page, "free");
      await page.locator("hilo-list a.view.mentions").click();
      await lists(page, "shared");
      await page.goto(page.url().replace(/\/inbox.*/, "/inbox?view=all&sort=priority"));
      await lists(page, "own", "team", "free", "shared");
    }),
  );

  it(
    "who sees only their own finds that, and what is shared with them",
    office(async ({ sit }) => {
      const olga = await makeMember(workspaceId, "agent", "Olga Oro", { see: "own", teams: [] });
      await change(ids.free, { assigneeId: olga.uid });
      await change(ids.theirs, { guests: [olga.uid] });
      const { page } = await sit(olga, { path: "/inbox?view=all" });
      await lists(page, "free", "theirs");
      await counts(page, "Todas 2");
      await page.getByRole("link", { name: /^Sin asignar/ }).click();
      await lists(page, "theirs");
    }),
  );

  it(
    "is told of what they may not see what they are told of what is not there",
    office(async ({ sit }) => {
      const { page } = await sit(rosa, { path: "/inbox?view=all" });
      const said = async (id: string) => {
        await page.evaluate((path) => {
          history.pushState(null, "", path);
          dispatchEvent(new PopStateEvent("popstate"));
        }, `/inbox/${id}?view=all`);
        await page.getByRole("heading", notThere).waitFor();
        return page.locator("hilo-inbox .nothing").innerText();
      };
      const never = await said("never");
      await openConversation(page, ids.team);
      assert.equal(await said(ids.other), never);
      await openConversation(page, ids.own);
      assert.equal(await said(ids.theirs), never);
      assert.equal(await page.locator("hilo-toasts div").count(), 0);
    }),
  );

  it(
    "sees a conversation leave that is given away while it is open, with a word",
    office(async ({ sit }) => {
      const { page } = await sit(rosa, { path: "/inbox?view=all" });
      await openConversation(page, ids.team);
      await change(ids.team, { teamId: "east" });
      await toast(page, "La conversación con Tito Team ya no está entre las que ves").waitFor();
      await page.locator("hilo-thread-pane").waitFor({ state: "detached" });
      assert.equal(new URL(page.url()).pathname, "/inbox");
      await lists(page, "own", "free", "shared");
      await counts(page, "Todas 3");
      await openConversation(page, ids.free);
      await page.locator("hilo-thread").getByText("Soy Fe Free").waitFor();
    }),
  );

  it(
    "sees more, and less, as soon as that is changed, in the same session",
    office(async ({ sit }) => {
      const { page } = await sit(rosa, { path: "/inbox?view=all" });
      await lists(page, "own", "team", "free", "shared");
      await page.evaluate(() => {
        document.body.dataset.same = "page";
      });
      await letSee({ teams: ["north", "east"] });
      await lists(page, "own", "team", "free", "shared", "other", "theirs");
      await openConversation(page, ids.other);
      await letSee({ see: "own" });
      await toast(page, "La conversación con Oto Other ya no está entre las que ves").waitFor();
      await lists(page, "own", "shared");
      await letSee({ see: "all" });
      await lists(page, "own", "team", "free", "shared", "other", "theirs");
      assert.equal(await page.evaluate(() => document.body.dataset.same), "page");
    }),
  );
});
