import assert from "node:assert/strict";
import type { Platform } from "@hilo/schema";
import { language, setLanguage } from "../../../console/src/text/language.ts";
import { calledBy, isNameless, nameOf } from "../../../console/src/text/who.ts";

describe("who somebody is", () => {
  const before = language();
  beforeEach(() => setLanguage("es"));
  after(() => setLanguage(before));

  const bsuid = "CL.13491208655302741918";
  const group = "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD";
  const people: [platform: Platform, name: string, address: string, shown: string][] = [
    ["whatsapp", "Rocío Núñez", "+56981234567", "Rocío Núñez"],
    ["whatsapp", "+56981234567", "+56981234567", "+56 9 8123 4567"],
    ["whatsapp", "56981234567", "+56981234567", "+56 9 8123 4567"],
    ["whatsapp", "", bsuid, "Usuario de WhatsApp"],
    ["whatsapp", bsuid, bsuid, "Usuario de WhatsApp"],
    ["whatsapp", group, group, "Grupo de WhatsApp"],
    ["whatsapp", "120363021234567890@g.us", "120363021234567890@g.us", "Grupo de WhatsApp"],
    ["whatsapp", "Vecinos de Ñuñoa", group, "Vecinos de Ñuñoa"],
    ["whatsapp", "56981234567@s.whatsapp.net", "+56981234567", "+56 9 8123 4567"],
    ["telegram", "-1001234567890", "-1001234567890", "Grupo de Telegram"],
    ["telegram", "70100001", "70100001", "Usuario de Telegram"],
    ["telegram", "rocio_nunez", "70100001", "rocio_nunez"],
    ["instagram", "17841400008460056", "17841400008460056", "Usuario de Instagram"],
    ["instagram", "mariafernandagonzalez1990", "17841400008460056", "mariafernandagonzalez1990"],
    ["x", "1234567890123456789", "1234567890123456789", "Usuario de X"],
    ["sms", "BANCO", "BANCO", "BANCO"],
    ["sms", "60123", "60123", "60123"],
    ["webchat", "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", "v1", "Visitante web"],
    ["email", "rocio@ejemplo.cl", "rocio@ejemplo.cl", "rocio@ejemplo.cl"],
    ["email", "", "", "Remitente sin nombre"],
  ];
  for (const [platform, name, address, shown] of people) {
    it(`on ${platform} “${name.slice(0, 26)}” is called ${shown}`, () =>
      assert.equal(nameOf({ platform, address, contact: { name } }), shown));
  }

  it("says so in the language in use", () => {
    setLanguage("en");
    const address = "-1001234567890";
    assert.equal(
      nameOf({ platform: "telegram", address, contact: { name: "" } }),
      "Telegram group",
    );
  });

  const writers: [string, string][] = [
    ["Ana", "Ana"],
    ["+56981234567", "+56 9 8123 4567"],
    [bsuid, "Otra persona"],
    ["70100001", "Otra persona"],
    ["", "Otra persona"],
  ];
  for (const [name, shown] of writers) {
    it(`a writer told as “${name}” is ${shown}`, () => assert.equal(calledBy(name), shown));
  }

  it("knows what is no name of anybody", () => {
    assert.equal(isNameless("Usuario de WhatsApp"), true);
    assert.equal(isNameless("Rocío"), false);
  });
});
