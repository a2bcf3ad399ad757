import assert from "node:assert/strict";
import type { PublicChannel } from "@hilo/schema";
import { isNamed, namePrefixes } from "../../../../../console/src/data/name-prefixes.ts";
import { addressesOf } from "../../../../../console/src/pages/inbox/start/addresses.ts";

describe("a person is found by name", () => {
  const rows: [what: string, typed: string, name: string][] = [
    ["as it is written", "Rocío", "Rocío Núñez"],
    ["without the accent", "rocio", "Rocío Núñez"],
    ["in capitals", "ROCIO", "Rocío Núñez"],
    ["that is stored in capitals", "rocio", "ROCÍO NÚÑEZ"],
    ["that is stored small", "Ana", "ana maría"],
    ["with an accent on its first letter", "agat", "Ágata Ruiz"],
    ["with an accent that it does not have", "Ána", "Ana"],
    ["with an ñ typed as n", "nan", "Ñandú Pérez"],
    ["with a mark of its own besides its accent", "Nuñez", "Nuñez"],
    ["with a ç", "conceicao", "Conceiçao"],
    ["with its second word", "maria so", "María Soto"],
    ["with a later word", "juan soto", "Juan Pablo Soto"],
    ["with a ü", "guera", "Güera"],
  ];
  for (const [what, typed, name] of rows)
    it(`${what}: ${typed}`, () => {
      const asked = namePrefixes(typed).some((prefix) => name.normalize("NFC").startsWith(prefix));
      assert.deepEqual([asked, isNamed(name, typed)], [true, true]);
    });

  const others: [typed: string, name: string][] = [
    ["soto", "María Soto"],
    ["maria so", "María Pérez"],
    ["ana", "Mariana"],
    ["juan pe", "Pedro Juan"],
  ];
  for (const [typed, name] of others)
    it(`and nobody else: ${typed} is not ${name}`, () => assert.equal(isNamed(name, typed), false));

  it("with few questions, however long the name is", () => {
    for (const typed of ["ma", "aeiouaeiouaeiou", "rocio", " "])
      assert.ok(namePrefixes(typed).length <= 36, typed);
  });

  it("with none as long as nothing is typed", () => assert.deepEqual(namePrefixes("  "), []));
});

describe("a person's addresses by channel", () => {
  const channel = (id: string, platform: "whatsapp" | "sms" | "email") =>
    ({ id, platform }) as PublicChannel;
  const all = [channel("w", "whatsapp"), channel("s", "sms"), channel("m", "email")];
  const rows: [what: string, phones: string[], emails: string[], found: string[]][] = [
    ["nothing known", [], [], []],
    ["a phone", ["+1"], [], ["w +1", "s +1"]],
    ["a mail address", [], ["a@b.cl"], ["m a@b.cl"]],
    ["both", ["+1"], ["a@b.cl"], ["w +1", "s +1", "m a@b.cl"]],
    ["two phones", ["+1", "+2"], [], ["w +1", "w +2", "s +1", "s +2"]],
    ["a phone told twice", ["+1", "+1"], [], ["w +1", "s +1"]],
  ];
  for (const [what, phones, emails, found] of rows)
    it(`of ${what}`, () => {
      const ways = addressesOf({ phones, emails }, all);
      assert.deepEqual(
        ways.map((way) => `${way.channel.id} ${way.address}`),
        found,
      );
    });
});
