import { equal, notEqual } from "node:assert/strict";
import { createHash } from "node:crypto";
import { digestOf } from "../../../functions/src/audit/digest.ts";

const at = new Date(1_800_000_000_000);
const changes = {
  name: { from: "Ana", to: "Ana Díaz" },
  until: { from: null, to: at },
  tags: { from: [], to: ["vip", "nuevo"] },
};

describe("the digest of an audit entry", () => {
  it("is the SHA-256 of the salt and of the changes in the order of their names, times as integers", () => {
    const json =
      '{"name":{"from":"Ana","to":"Ana Díaz"},"tags":{"from":[],"to":["vip","nuevo"]},"until":{"from":null,"to":1800000000000}}';
    equal(digestOf("5a17", changes), createHash("sha256").update(`5a17${json}`).digest("hex"));
  });

  it("is the same in whatever order the database gives the fields", () => {
    const { name, until, tags } = changes;
    const other = { until: { to: until.to, from: until.from }, tags, name };
    equal(digestOf("5a17", other), digestOf("5a17", changes));
  });

  const altered: [string, Parameters<typeof digestOf>][] = [
    ["another salt", ["5a18", changes]],
    ["another value", ["5a17", { ...changes, name: { from: "Ana", to: "Eva" } }]],
    ["another order of a list", ["5a17", { ...changes, tags: { from: [], to: ["nuevo", "vip"] } }]],
    ["a field less", ["5a17", { name: changes.name }]],
    [
      "a text for a time",
      ["5a17", { ...changes, until: { from: null, to: String(at.getTime()) } }],
    ],
  ];
  for (const [what, [salt, other]] of altered)
    it(`is another for ${what}`, () => notEqual(digestOf(salt, other), digestOf("5a17", changes)));
});
