import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { newId } from "../../functions/src/platform/clock.ts";
import { conversationOf, demo, threadOf } from "../journeys/records.ts";
import { act, tokenOf } from "../journeys/staff.ts";
import { office } from "../support/desk.ts";
import { makeMember } from "../support/people.ts";
import { bubble, caller, openThread, rowOf, soon } from "./scene.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Somebody whom no other test has mentioned. */
async function colleague() {
  const name = `Carla ${newId().slice(0, 8)}`;
  return { ...(await makeMember(demo, "agent", name)), name };
}

/** Writes a note in the open conversation that mentions whoever the letters lead to. */
async function mention(page: Page, letters: string, name: string, rest: string): Promise<void> {
  await page.getByRole("tab", { name: "Nota" }).click();
  const field = page.getByLabel(/^Escribe una nota/);
  await field.pressSequentially(`@${letters}`);
  await page.getByRole("option", { name }).click();
  await field.pressSequentially(rest);
  await field.press("Enter");
  await bubble(page, `@${name} ${rest}`).waitFor();
}

const unseen = (page: Page) => page.locator("hilo-list a.view.mentions");
const inbox = (page: Page) => page.locator('hilo-rail a[href="/inbox"].place');

describe("a mention", () => {
  it(
    "reaches its person at once, leads to the note, and is seen by that",
    office(async ({ sit }) => {
      const customer = await caller("¿Me pueden ayudar?");
      const person = await colleague();
      const { page } = await sit("agent");
      const { page: theirs } = await sit(person);
      await theirs.locator("hilo-list nav").waitFor();
      assert.equal(await unseen(theirs).count(), 0);
      await openThread(page, customer);
      await mention(page, person.name.slice(6), person.name, "échale un ojo");
      await unseen(theirs).getByText("1 mención sin ver").waitFor({ state: "attached" });
      await soon(async () =>
        assert.match((await inbox(theirs).getAttribute("aria-label")) ?? "", /1 mención sin ver/),
      );
      await unseen(theirs).click();
      await theirs.getByRole("heading", { name: "Menciones" }).waitFor();
      assert.equal(new URL(theirs.url()).search, "?view=mentions");
      const row = rowOf(theirs, customer);
      await row.getByTitle("Te mencionaron y no lo has visto").waitFor();
      await row.click();
      const note = bubble(theirs, "échale un ojo");
      await note.locator(".mention", { hasText: `@${person.name}` }).waitFor();
      await unseen(theirs).waitFor({ state: "detached" });
      await row.getByTitle("Te mencionaron y no lo has visto").waitFor({ state: "detached" });
      await row.waitFor();
      await soon(async () => assert.deepEqual((await conversationOf(customer)).mentioned, []));
      assert.doesNotMatch((await inbox(theirs).getAttribute("aria-label")) ?? "", /mención/);
    }),
  );

  it(
    "is found in the list of mentions after the conversation is over, and opens at its note",
    office(async ({ sit }) => {
      const customer = await caller("Primero");
      const person = await colleague();
      const agent = await tokenOf("agent");
      const note = {
        messageId: newId(),
        text: `@${person.name} lo de siempre`,
        mentions: [person.uid],
      };
      await act(agent, customer, "notes", note);
      for (let i = 0; i < 30; i += 1)
        await act(agent, customer, "notes", {
          messageId: newId(),
          text: `Nota larga ${i}\n`.repeat(4),
        });
      await act(agent, customer, "status", { status: "resolved" });
      const { page } = await sit(person, { path: "/inbox?view=mentions" });
      await rowOf(page, customer).click();
      await soon(() => bubble(page, "lo de siempre").evaluate(isInView));
      await unseen(page).waitFor({ state: "detached" });
    }),
  );

  it(
    "is none of a name that was edited after it was picked",
    office(async ({ sit }) => {
      const customer = await caller("¿Y ahora?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await page.getByRole("tab", { name: "Nota" }).click();
      const field = page.getByLabel(/^Escribe una nota/);
      await field.pressSequentially("@dos");
      await page.getByRole("option", { name: "Agente Dos" }).click();
      await field.press("Backspace");
      await field.press("Backspace");
      await field.pressSequentially("n Pedro");
      await field.press("Enter");
      await bubble(page, "@Agente Don Pedro").waitFor();
      await soon(async () => {
        const kept = (await threadOf(customer)).find(({ direction }) => direction === "note");
        assert.equal(kept?.text, "@Agente Don Pedro");
        assert.equal(kept.mentions, undefined);
      });
      assert.equal((await conversationOf(customer)).guests, undefined);
    }),
  );

  it(
    "is in reach on a phone, from the menu of the list, and the list says when there is none",
    office(async ({ sit }) => {
      const { page } = await sit(await colleague(), phone);
      await page.locator("hilo-list h1 hilo-menu button").first().tap();
      await page.getByRole("menuitemradio", { name: "Menciones" }).tap();
      await page.getByText("Nadie te ha mencionado").waitFor();
    }),
  );
});

/** Runs in the page. */
function isInView(one: Element): boolean {
  const { top, bottom } = one.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
