import assert from "node:assert/strict";
import { asPure } from "@hilo/bricks/vite/pure-schemas";

describe("shapes that only lend their type", () => {
  const shapes = [
    "export const Place = z.object({ name: z.string() });",
    "const Name = z\n  .string()\n  .max(80);",
    "export const Delivery = Message.pick({\n  status: true,\n  told: true,\n});",
    "export const Opened = Listed.omit({ at: true }).extend({ body: z.string() });",
  ];
  for (const shape of shapes) {
    it(`are marked as made without effects: ${shape.split("\n")[0]}`, () => {
      const [marked = "", after] = asPure(`${shape}\nexport type It = 1;`).split("\nexport type");
      assert.match(marked, /= \/\* @__PURE__ \*\/ \(\(\) => [\s\S]+\)\(\);$/);
      assert.equal(after, " It = 1;");
    });
  }

  it("leave what else stands there alone", () => {
    const code = "const most = 5;\nexport function z(): number {\n  return most;\n}\n";
    assert.equal(asPure(code), code);
  });
});
