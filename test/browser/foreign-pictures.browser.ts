import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { writes } from "../journeys/customers.ts";
import { office } from "../support/desk.ts";
import { caller, openThread, soon } from "./scene.ts";

describe("a picture of a type that browsers may not show", () => {
  const pictures = new URL("../console/data/pictures/", import.meta.url);
  const fileOf = (name: string, type: string) => {
    const base64 = readFileSync(new URL(name, pictures)).toString("base64");
    return { kind: "document", file: { name, type, base64 } };
  };
  const rows = [
    ["HEIC", "foto.heic", "image/heic", [320, 200]],
    ["TIFF, turned", "turned.tif", "image/tiff", [200, 320]],
  ] as const;
  for (const [what, name, type, size] of rows) {
    it(
      `is converted to be seen and enlarged, and saved as it came: ${what}`,
      office(async ({ sit }) => {
        const customer = await caller("Te la mando del teléfono");
        const { page } = await sit("agent");
        await openThread(page, customer);
        await writes(customer, fileOf(name, type));
        const image = page.locator("hilo-converted-picture img");
        await image.waitFor();
        await soon(async () => assert.deepEqual(await image.evaluate(sizeOf), size));
        assert.notEqual(await image.getAttribute("alt"), "");
        await page
          .locator("hilo-converted-picture")
          .getByRole("button", { name: /^Ampliar/ })
          .click();
        const large = page.locator("hilo-lightbox img");
        await soon(async () => assert.deepEqual(await large.evaluate(sizeOf), size));
        const [saved] = await Promise.all([
          page.waitForEvent("download"),
          page.locator("hilo-lightbox a[download]").click(),
        ]);
        assert.deepEqual(readFileSync(await saved.path()), readFileSync(new URL(name, pictures)));
      }),
    );
  }

  it(
    "stays a file to be saved, where it was awaited, when it cannot be converted",
    office(async ({ sit }) => {
      const customer = await caller("Van las dos páginas");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await writes(customer, fileOf("pages.tif", "image/tiff"));
      const card = page.locator("hilo-converted-picture hilo-document a");
      await card.waitFor();
      assert.match((await card.getAttribute("href")) ?? "", /\/files\/demo\/.+signature=/);
      const box = await page.locator("hilo-converted-picture .box").boundingBox();
      assert.equal(box?.height, 198);
    }),
  );
});

/** Runs in the page. */
function sizeOf(image: Element): number[] {
  const { naturalWidth, naturalHeight } = image as HTMLImageElement;
  return [naturalWidth, naturalHeight];
}
