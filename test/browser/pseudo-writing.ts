import { readFileSync } from "node:fs";
import { t as composerTexts } from "../../console/src/text/composer.ts";
import { t as mailTexts } from "../../console/src/text/mail.ts";
import { worded } from "./pseudo-console.ts";
import { leave, lookAtOpen, named, type Walk } from "./pseudo-walk.ts";
import { theirs } from "./trouble-words.ts";

/** Whatever can be put together to be sent, first as it opens, then with nothing written. */
export async function extras(walk: Walk, where: string): Promise<void> {
  const { page, look } = walk;
  const composer = page.locator("hilo-composer");
  const aside = named(composer, () => composerTexts.template);
  if (await aside.isVisible()) {
    await aside.click();
    await lookAtOpen(walk, `${where}: templates`);
    await template(walk, "hilo-composer");
    await look(`${where}: a template that lacks something`);
    await leave(walk);
  }
  const menu = composer.locator("hilo-menu #button");
  const items = composer.locator("hilo-menu .item");
  await menu.click();
  await items.first().waitFor();
  const count = await items.count();
  await leave(walk);
  for (let i = 0; i < count; i += 1) {
    await menu.click();
    await items.nth(i).click();
    await items.first().waitFor({ state: "hidden" });
    await lookAtOpen(walk, `${where}: ${i}`);
    const send = composer.locator("hilo-dialog form .primary");
    if (await send.isVisible()) await send.click();
    else if (await composer.locator("hilo-template-picker").isVisible())
      await template(walk, "hilo-composer");
    await look(`${where}: ${i}, with nothing in it`);
    await leave(walk);
  }
}

/** What is offered while one writes: quick replies, also where none is found, and members. */
export async function suggestions(walk: Walk): Promise<void> {
  const { page } = walk;
  const field = page.locator("hilo-composer textarea");
  for (const written of ["/", "/zzz"]) {
    await field.fill("");
    await field.pressSequentially(written);
    await lookAtOpen(walk, `${written} in a chat`);
  }
  await field.fill("");
  await page.getByRole("tab", { name: worded(() => composerTexts.note), exact: true }).click();
  await field.pressSequentially("@");
  await lookAtOpen(walk, "a mention");
  await field.fill("");
  await page.getByRole("tab", { name: worded(() => composerTexts.reply), exact: true }).click();
}

const bytes = readFileSync(new URL("../../scripts/seed/files/producto.jpg", import.meta.url));
const picture = (name: string) => ({ name, mimeType: "image/jpeg", buffer: bytes });

export async function pictures(walk: Walk): Promise<void> {
  const { page, look } = walk;
  const composer = page.locator("hilo-composer");
  await composer
    .locator("input[type=file]")
    .setInputFiles([picture("frente.jpg"), picture("lado.jpg")]);
  const tile = composer.locator(".files li button").first();
  await tile.waitFor();
  await look("files to be sent");
  await tile.click();
  await page.locator("hilo-gallery textarea").waitFor();
  await lookAtOpen(walk, "a file looked at");
  await page.locator("hilo-gallery textarea").fill(theirs("x").repeat(500));
  await look("a file with too long a caption");
  await leave(walk);
}

/** A link in a mail, and one that leads nowhere. */
export async function link(walk: Walk): Promise<void> {
  const composer = walk.page.locator("hilo-composer");
  const bar = composer.locator("button.format");
  if ((await bar.getAttribute("aria-expanded")) === "false") await bar.click();
  await named(composer, () => mailTexts.link).click();
  await lookAtOpen(walk, "a link");
  await composer.locator("hilo-link-form .primary").click();
  await walk.look("a link that leads nowhere");
  await leave(walk);
}

/** Those who get a copy: somebody who is known, and what is no address. */
export async function copies(walk: Walk): Promise<void> {
  const composer = walk.page.locator("hilo-composer");
  await named(composer, () => mailTexts.addCc).click();
  const field = composer.locator(".line.cc input");
  await field.fill("+569");
  await lookAtOpen(walk, "somebody known");
  await field.fill("no address");
  await field.press("Enter");
  await walk.look("somebody who has no address");
}

/** Chooses the first template, where there is one, and sends it as it is, without its values. */
export async function template(walk: Walk, host: string): Promise<void> {
  const picker = walk.page.locator(`${host} hilo-template-picker`);
  await picker.locator(".choice :is(.option, .quiet)").first().waitFor();
  if ((await picker.locator(".option").count()) === 0) return;
  await picker.locator(".option").first().click();
  await picker.locator(".foot .primary").waitFor();
  await walk.look(`a template in ${host}`);
  await picker.locator(".foot .primary").click();
}
