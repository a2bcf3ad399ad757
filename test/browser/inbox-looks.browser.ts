import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { office } from "../support/desk.ts";
import { holdBack } from "./held-part.ts";
import { letterTo, openLetter } from "./mail-scene.ts";
import { caller, composer, openThread, rowOf, soon } from "./scene.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Runs in the page: the choices of a list that its box cuts off. */
function cutChoices(box: Element): string[] {
  const list = box as HTMLSelectElement;
  const probe = list.cloneNode(false) as HTMLSelectElement;
  probe.style.cssText = "position: absolute; width: max-content; visibility: hidden";
  list.after(probe);
  const cut = [...list.options].filter((one) => {
    probe.replaceChildren(one.cloneNode(true));
    return probe.offsetWidth > list.offsetWidth;
  });
  probe.remove();
  return cut.map(({ text }) => `${list.name}: ${text}`);
}

/** Runs in the page. */
function isCut({ scrollWidth, clientWidth }: Element): boolean {
  return scrollWidth > clientWidth;
}

async function openFilters(page: Page): Promise<Locator> {
  await page.locator("hilo-filters #button").click();
  const form = page.locator("hilo-filters form");
  await form.waitFor();
  return form;
}

describe("how the inbox looks", () => {
  it(
    "its title is a title, whatever stands behind it",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      const title = page.locator("hilo-places #button");
      await title.waitFor();
      const look = await title.evaluate((one) => {
        const { fontSize, fontWeight } = getComputedStyle(one);
        return [fontSize, fontWeight];
      });
      assert.deepEqual(look, ["17px", "600"]);
    }),
  );

  for (const locale of ["es-CL", "en-US"])
    it(
      `no choice of a filter is cut, nor what nobody chose: ${locale}`,
      office(async ({ sit }) => {
        const { page } = await sit("agent", { ...phone, locale, path: "/inbox?view=all" });
        const form = await openFilters(page);
        // What channels and people are called is theirs to say.
        for (const name of ["sort", "status", "platform", "priority"])
          assert.deepEqual(await form.locator(`select[name=${name}]`).evaluate(cutChoices), []);
        assert.equal(await form.getByPlaceholder(/^(Cualquiera|Any)$/).evaluate(isCut), false);
      }),
    );

  const parts = [
    ["filter-form", "hilo-filters #button", "hilo-filters #panel"],
    ["emoji-picker", "hilo-composer #emoji-button", "hilo-composer #emoji"],
  ] as const;
  for (const [part, button, panel] of parts)
    it(
      `no empty box is seen while what belongs in it is loaded: ${part}`,
      office(async ({ sit }) => {
        const customer = await caller("Un momento");
        const { page } = await sit("agent");
        await openThread(page, customer);
        const release = await holdBack(page, part);
        const asked = page.waitForRequest(new RegExp(`/assets/${part}-`));
        await page.locator(button).click();
        await asked;
        assert.equal(await page.locator(panel).isVisible(), false);
        release();
        await page.locator(panel).waitFor();
      }),
    );

  it(
    "on a phone, nothing below an e-mail covers another thing",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { ...phone, path: "/inbox?view=all" });
      const text = await openLetter(page, await letterTo());
      await text.fill("Va la cotización");
      await page.locator("hilo-composer .send").waitFor();
      const [, ...gaps] = await page.locator("hilo-composer .foot").evaluate((foot) => {
        const boxes = [...foot.children]
          .map((one) => one.shadowRoot?.querySelector("button") ?? one)
          .map((one) => one.getBoundingClientRect());
        const seen = boxes.filter(({ width }) => width > 0);
        return seen.map(({ left }, at) => left - (seen[at - 1]?.right ?? left));
      });
      assert.ok(gaps.length > 3 && gaps.every((gap) => gap >= 0), gaps.join(", "));
    }),
  );

  it(
    "on a phone, letters are counted on one line, and a short state is read whole beside a long name",
    office(async ({ sit }) => {
      const customer = await caller("Cuéntame");
      const { page } = await sit("agent", { ...phone, path: "/inbox?view=all" });
      await rowOf(page, customer).tap();
      await composer(page).fill("a".repeat(1599));
      const counter = page.locator("hilo-composer .counter");
      await counter.waitFor();
      const box = (await counter.boundingBox()) ?? assert.fail();
      assert.ok(box.height < 24, `the count is ${box.height} high`);
      assert.equal(await page.locator("hilo-composer .foot").evaluate(isCut), false);
      await composer(page).fill("");
      await page.locator("hilo-thread-header #more #button").tap();
      await page.getByRole("menuitem", { name: "Resolver", exact: true }).tap();
      const state = page.locator("hilo-thread-header .tag", { hasText: "Resuelta" });
      await state.waitFor();
      await soon(async () => assert.equal(await state.evaluate(isCut), false));
    }),
  );
});
