import assert from "node:assert/strict";
import { provenAmong, type Sender } from "@hilo/schema";
import { provenBy, unitedUnproven, unprovenOf } from "../../../functions/src/contacts/proof.ts";

const mail = "ana@ejemplo.cl";
const phone = "+56981234567";
const said = { name: "Leo", phones: [], emails: [mail], unproven: ["name", mail] };
const address = "user:204";

describe("what a person says of themselves", () => {
  const told: [is: string, sender: Omit<Sender, "address">, unproven: string[]][] = [
    [
      "all of it unproven",
      { name: "Leo", email: mail, unproven: ["name", "email"] },
      ["name", mail],
    ],
    ["a proven name", { name: "Ana", email: mail, unproven: ["email"] }, [mail]],
    ["all of it proven", { name: "Ana", email: mail, phone, unproven: [] }, []],
    ["a phone unproven", { phone, unproven: ["phone"] }, [phone]],
    ["a name that is not there", { unproven: ["name"] }, []],
    ["a channel that tells nothing apart", { name: "Ana", phone }, []],
  ];
  for (const [is, sender, unproven] of told) {
    it(`is kept apart in their contact: ${is}`, () => {
      assert.deepEqual(unprovenOf({ address, ...sender }), unproven);
    });
  }

  const news: [is: string, sender: Omit<Sender, "address">, changes: object][] = [
    ["a proven name", { name: "Ana", unproven: [] }, { name: "Ana", unproven: [mail] }],
    ["the same address, proven", { email: mail, unproven: [] }, { unproven: ["name"] }],
    ["another address, proven", { email: "a@b.cl", unproven: [] }, { emails: [mail, "a@b.cl"] }],
    ["a proven phone", { phone, unproven: [] }, { phones: [phone] }],
    ["another name, unproven", { name: "Eva", unproven: ["name"] }, {}],
    ["another address, unproven", { email: "a@b.cl", unproven: ["email"] }, {}],
    ["another name of a channel that tells nothing apart", { name: "Eva" }, {}],
  ];
  for (const [is, sender, changes] of news) {
    it(`gives way to what is proven alone: ${is}`, () => {
      assert.deepEqual(provenBy(said, { address, ...sender }), changes);
    });
  }

  it("never takes the place of a proven name, nor of one that a member gave", () => {
    const known = { ...said, name: "Ana", unproven: [] };
    for (const unproven of [["name" as const], []])
      assert.deepEqual(provenBy(known, { address, name: "Eva", unproven }), {});
  });

  it("is proven once two contacts are one and either proves it", () => {
    const proven = { ...said, unproven: [] };
    const other = { ...said, emails: ["x@y.cl"], unproven: ["name", "x@y.cl"] };
    assert.deepEqual(unitedUnproven(said, proven), ["name"]);
    assert.deepEqual(unitedUnproven(proven, said), []);
    assert.deepEqual(unitedUnproven(proven, other), ["x@y.cl"]);
  });

  it("leaves the addresses that somebody vouches for", () => {
    assert.deepEqual(provenAmong([mail, "a@b.cl"], said), ["a@b.cl"]);
  });
});
