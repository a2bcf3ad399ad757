import assert from "node:assert/strict";
import { bucketOf, dayOf } from "@hilo/schema";
import type { Page } from "playwright-core";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";

import { newId } from "../../functions/src/platform/clock.ts";
import { db } from "../../functions/src/platform/firestore.ts";
import { statsOf } from "../../functions/src/stats/store.ts";
import { type Account, openWorkspace } from "../delivery/workspace.ts";
import { office } from "../support/desk.ts";
import { violations } from "./chat-violations.ts";
import { openConversation } from "./entries.ts";
import { sweepAsHouse } from "./house-sweep.ts";
import { answer, soon } from "./scene.ts";
import { conversationWith, frameOf, openChat, said, shop, threadIn, write } from "./shop.ts";

const day = 24 * 60 * 60 * 1000;

/** A chat in a workspace of its own, whose people answer within some minutes; gives the address of its page. */
async function openedChat(settings: Record<string, string>): Promise<string> {
  const chat: Account = {
    channelId: "webchat",
    provider: "webchat",
    platform: "webchat",
    address: "own-key",
    settings: { title: "La Tienda", color: "#0b6e4f", ...settings },
    credentials: {},
  };
  const batch = db().batch();
  const workspace = openWorkspace(batch, [chat]);
  const today = dayOf(Date.now(), "America/Santiago");
  const responseHistogram = { [bucketOf(4 * 60_000)]: 20 };
  const stats = { day: today, responses: 20, responseHistogram };
  batch.set(statsOf(workspace).doc(`${today}-0`), stats);
  await batch.commit();
  const query = new URLSearchParams({ workspace, channel: "webchat", siteKey: "own-key" });
  return `/widget/chat.html?${query}`;
}

/** The name of a day from today on, as the hours are written. */
function dayName(ahead: number): string {
  const format = new Intl.DateTimeFormat("en", { weekday: "short", timeZone: "America/Santiago" });
  return format.format(Date.now() + ahead * day).toLowerCase();
}

/** A visitor has written before, longer ago than anybody waits without being asked. */
async function writtenBefore(conversationId: string, ms: number): Promise<void> {
  const { docs } = await messagesOf("demo", conversationId).get();
  for (const { ref } of docs) await ref.update({ providerAt: Date.now() - ms });
}

function picture(page: Page, name: string): Promise<Buffer> {
  return page.screenshot({ path: `.cache/browser/webchat-${name}.png` });
}

const phone = { width: 390, height: 844 };

describe("what a web chat says of who answers", () => {
  for (const [locale, colorScheme, viewport, words] of [
    [
      "es-CL",
      "light",
      phone,
      { hours: "Horario de atención", shut: "Cerrado", allDay: "Todo el día" },
    ],
    [
      "en-GB",
      "dark",
      { width: 1024, height: 768 },
      { hours: "Opening hours", shut: "Closed", allDay: "All day" },
    ],
  ] as const) {
    it(
      `tells how soon, and the hours of the week, in ${locale} and the ${colorScheme} theme`,
      office(async ({ stranger }) => {
        const hours = `${dayName(0)} 00:00-24:00; ${dayName(2)} 09:00-14:00; ${dayName(2)} 15:00-18:30`;
        const language = locale.slice(0, 2);
        const path = `${await openedChat({ hours })}&language=${language}`;
        const { page } = await stranger({ path, locale, colorScheme, viewport });
        const soonest = language === "es" ? "Solemos responder" : "We usually answer";
        await page.getByText(soonest).waitFor();
        const button = page.getByRole("button", { name: words.hours });
        await button.click();
        const region = page.getByRole("region", { name: words.hours });
        assert.equal(await region.locator("dt").count(), 7);
        await region.getByText("09:00–14:00, 15:00–18:30").waitFor();
        assert.equal(await region.getByText(words.shut).count(), 5);
        assert.equal(await region.getByText(words.allDay).count(), 1);
        assert.deepEqual(await violations(page.mainFrame()), []);
        await picture(page, `hours-${language}`);
        await button.click();
        await region.waitFor({ state: "detached" });
      }),
    );

    it(
      `tells when somebody is back, in ${locale}`,
      office(async ({ stranger }) => {
        const language = locale.slice(0, 2);
        const path = `${await openedChat({ hours: `${dayName(1)} 09:00-18:00` })}&language=${language}`;
        const { page } = await stranger({ path, locale, colorScheme, viewport });
        const back = language === "es" ? "Volvemos mañana a las 09:00." : "back tomorrow at 09:00.";
        await page.getByText(back).waitFor();
        assert.deepEqual(await violations(page.mainFrame()), []);
        await picture(page, `closed-${language}`);
      }),
    );
  }
});

describe("a web chat whose visitor leaves", () => {
  it(
    "asks for an address, mails what was not seen to it, and tells both sides",
    office(async ({ sit, stranger }) => {
      const { page: visitor } = await stranger({ path: shop });
      await openChat(visitor);
      const question = `¿Hacen despacho a Aysén? ${newId().slice(0, 8)}`;
      await write(visitor, question);
      const conversationId = await conversationWith(question);
      assert.equal(await frameOf(visitor).getByLabel("¿Dónde te respondemos").count(), 0);
      await writtenBefore(conversationId, 5 * 60_000);
      const inside = frameOf(visitor);
      const address = inside.getByLabel("¿Dónde te respondemos");
      await address.fill("ana.rojas@ejemplo.cl");
      assert.deepEqual(await violations(inside), []);
      await picture(visitor, "address");
      await inside.getByRole("button", { name: "Guardar correo" }).click();
      await inside.getByText("te la enviamos a a…@ejemplo.cl").waitFor();
      await picture(visitor, "address-left");
      const kept = await conversationsOf("demo").doc(conversationId).get();
      assert.equal(kept.get("mailing.address"), "ana.rojas@ejemplo.cl");
      await visitor.goto("about:blank");

      const { page: agent } = await sit("agent", { path: "/inbox?view=all" });
      await openConversation(agent, conversationId);
      const reply = `Sí, llegamos a todo el país ${newId().slice(0, 8)}`;
      await answer(agent, reply);
      await soon(async () =>
        (await threadIn(conversationId)).some((one) => one.text === reply && one.statusRank === 3),
      );
      const { docs } = await messagesOf("demo", conversationId).get();
      const sent = docs.find((doc) => doc.get("text") === reply);
      await sent?.ref.update({ providerAt: Date.now() - 2 * 60_000 * 5 });
      await conversationsOf("demo")
        .doc(conversationId)
        .update({ mailDueAt: Date.now() - 1000 });
      await sweepAsHouse();
      await agent.getByText(/Enviado por correo a ana\.rojas@ejemplo\.cl a las/).waitFor();
      await agent.screenshot({ path: ".cache/browser/webchat-mailed-thread.png" });

      await visitor.goto(new URL(shop, agent.url()).href);
      await openChat(visitor);
      await said(visitor, reply).getByText("También por correo").waitFor();
      await picture(visitor, "mailed");
    }),
  );

  it(
    "asks no more once it was told not to",
    office(async ({ stranger }) => {
      const { page } = await stranger({ path: shop });
      await openChat(page);
      const text = `Hola ${newId().slice(0, 8)}`;
      await write(page, text);
      await said(page, text).filter({ hasNotText: "Enviando" }).waitFor();
      await writtenBefore(await conversationWith(text), 5 * 60_000);
      await frameOf(page).getByRole("button", { name: "Ahora no" }).click();
      await page.reload();
      await openChat(page);
      await said(page, text).waitFor();
      assert.equal(await frameOf(page).getByLabel("¿Dónde te respondemos").count(), 0);
    }),
  );
});
