import assert from "node:assert/strict";
import { isToReconnect } from "../journeys/elsewhere.ts";
import { failuresBy, reconnect, rows, unfit } from "../support/both-ways-channels.ts";
import { office } from "../support/desk.ts";
import { arrives, meet } from "./both-screens.ts";
import { choose, failBy, isShown, photo, picturesGot, sendsPhoto, takePhone } from "./phone.ts";
import { answer, attach, bubble } from "./scene.ts";
import { fits } from "./sideways.ts";

const all = { path: "/inbox?view=all" };

for (const row of rows) {
  describe(`${row.channel}, by both screens`, () => {
    it(
      "is talked on both ways, with a picture each way",
      office(async ({ sit }) => {
        const desk = await sit("agent", all);
        const { page } = desk;
        const phone = await takePhone(desk, row);
        await meet(desk, phone, "¿Les queda este?");
        await page.locator("hilo-context-panel .card", { hasText: phone.known }).waitFor();
        await sendsPhoto(phone);
        await isShown(page.locator("hilo-message[tone=in] img"));
        await answer(page, "Sí, quedan dos");
        await arrives(page, phone, row, "Sí, quedan dos");
        await attach(page, photo);
        await page.getByRole("button", { name: "Enviar", exact: true }).click();
        await isShown(picturesGot(phone));
        const own = page.locator("hilo-message[tone=own]", { has: page.locator("img") });
        await isShown(own.locator("img"));
        await own.getByLabel(row.comes.console).waitFor();
        await page.setViewportSize({ width: 390, height: 844 });
        await fits(page, "the pictures fit a small screen");
        phone.troubles.check();
      }),
    );
  });
}

for (const row of failuresBy("screens")) {
  describe(`${row.channel}, by both screens`, () => {
    it(
      "tells why an answer failed and what to do about it",
      office(async ({ sit }) => {
        const desk = await sit("agent", all);
        const { page } = desk;
        const phone = await takePhone(desk, row);
        await meet(desk, phone, "¿Siguen ahí?");
        await failBy(phone, row.passing.code);
        await answer(page, "Aquí seguimos");
        const notice = bubble(page, "Aquí seguimos").first().locator(".notice.bad");
        await notice.getByText(row.passing.says).waitFor();
        await failBy(phone, "");
        await notice.getByRole("button", { name: "Reintentar" }).click();
        await bubble(page, "Se envió de nuevo").waitFor();
        await arrives(page, phone, row, "Aquí seguimos");
        await failBy(phone, row.lasting.code);
        await answer(page, "¿Te llegó?");
        const last = bubble(page, "¿Te llegó?").locator(".notice.bad");
        await last.getByText(row.lasting.says).waitFor();
        assert.equal(await last.getByRole("button").count(), 0, "no repetition helps");
        assert.doesNotMatch(await last.innerText(), unfit);
        await failBy(phone, row.locked);
        await answer(page, "Falta conectar");
        const locked = bubble(page, "Falta conectar").locator(".notice.bad");
        await locked.getByText(reconnect.says).waitFor();
        await locked.getByRole("button", { name: "Reintentar" }).waitFor();
        await isToReconnect(row.channel);
        phone.troubles.check();
      }),
    );
  });
}

describe("e-mail, by both screens", () => {
  it(
    "comes by each of the three services, into one thread",
    office(async ({ sit }) => {
      const desk = await sit("agent", all);
      const phone = await takePhone(desk, { channel: "email" });
      await meet(desk, phone, "Pregunto por una factura");
      for (const service of ["Mailgun", "Postmark", "SendGrid"]) {
        await choose(phone, "Carta por otro servicio");
        const form = phone.page.locator("sim-composer sim-dialog form");
        await form.getByLabel("Servicio").selectOption({ label: service });
        await form.getByLabel("Asunto").fill("Factura 20418");
        await form.getByLabel("Texto").fill(`Sigue lo de la factura por ${service}`);
        await form.getByRole("button", { name: "Enviar" }).click();
        await bubble(desk.page, `Sigue lo de la factura por ${service}`).waitFor();
      }
      assert.equal(await desk.page.locator("hilo-message").count(), 4);
      phone.troubles.check();
    }),
  );
});

describe("calls, by both screens", () => {
  it(
    "stand in the customer's timeline, with what was recorded, and cannot be answered there",
    office(async ({ sit }) => {
      const desk = await sit("agent", all);
      const { page } = desk;
      const phone = await takePhone(desk, { channel: "twilio-voice", pace: 1_500 });
      await choose(phone, "Llamar: nadie contesta");
      const row = page.locator("a.row", { hasText: phone.phone.slice(-4) });
      await row.click();
      await bubble(page, "Llamada entrante").getByText("perdida").waitFor();
      await choose(phone, "Llamar, con grabación");
      const call = bubble(page, "contestada");
      await call.getByRole("button", { name: "Reproducir" }).waitFor();
      await page.getByRole("heading", { name: "Por aquí solo se registra" }).waitFor();
      await phone.page.locator("sim-bubble audio").waitFor();
      phone.troubles.check();
    }),
  );
});
