import assert from "node:assert/strict";
import {
  addressesIn,
  unreachable,
  withAddresses,
  withoutAddresses,
} from "../../../console/src/text/address-list.ts";

describe("a list of e-mail addresses", () => {
  const rows: [string, string, string[]][] = [
    ["nothing", "  ", []],
    ["one", " ana@x.cl ", ["ana@x.cl"]],
    ["commas", "ana@x.cl,beto@x.cl, caro@x.cl", ["ana@x.cl", "beto@x.cl", "caro@x.cl"]],
    ["semicolons, as Outlook", "ana@x.cl; beto@x.cl;", ["ana@x.cl", "beto@x.cl"]],
    ["lines, as a column of a sheet", "ana@x.cl\r\nbeto@x.cl\n", ["ana@x.cl", "beto@x.cl"]],
    ["spaces alone", "ana@x.cl beto@x.cl", ["ana@x.cl", "beto@x.cl"]],
    ["names before brackets", "Ana Pérez <ana@x.cl>, Beto <beto@x.cl>", ["ana@x.cl", "beto@x.cl"]],
    ["a comma in a quoted name", '"Pérez, Ana" <ana@x.cl>, beto@x.cl', ["ana@x.cl", "beto@x.cl"]],
    ["a comma in a name without quotes", "Pérez, Ana <ana@x.cl>", ["ana@x.cl"]],
    ["brackets alone", "<ana@x.cl>", ["ana@x.cl"]],
    ["a copied link", "mailto:ana@x.cl", ["ana@x.cl"]],
    ["what is none", "ana, beto@x.cl", ["ana", "beto@x.cl"]],
    ["a name alone", "Ana Pérez", ["Ana Pérez"]],
    ["none in brackets", "Ana <ana at x>", ["ana at x"]],
    ["a mailbox in another script", "ana@ejemplo.商店", ["ana@ejemplo.商店"]],
    ["brackets that never end", "Ana <ana@x.cl", ["Ana <ana@x.cl"]],
  ];
  for (const [name, written, found] of rows)
    it(`is read from ${name}`, () => assert.deepEqual(addressesIn(written), found));

  it("has each address once, whatever its case", () => {
    const list = withAddresses(["Ana@x.cl"], "ana@X.cl, beto@x.cl, BETO@x.cl");
    assert.deepEqual(list, ["Ana@x.cl", "beto@x.cl"]);
    assert.deepEqual(withoutAddresses(list, ["ANA@x.cl"]), ["beto@x.cl"]);
  });

  it("tells what nobody can be written to at", () => {
    const list = ["ana@x.cl", "ana", "a b@x.cl", "a@b@x.cl", "ana@x.cl\n", "ana@"];
    assert.deepEqual(unreachable(list), list.slice(1));
  });

  it("is read without delay, however it is built", () => {
    for (const piece of ['"', "<", "a@", ",", '"\\', "<a", " "]) {
      const before = process.cpuUsage().user;
      addressesIn(piece.repeat(40_000));
      assert.ok(process.cpuUsage().user - before < 2_000_000, piece);
    }
  });
});
