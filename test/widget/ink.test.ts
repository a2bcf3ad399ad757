import assert from "node:assert/strict";
import fc from "fast-check";
import { inkOn, ownColor } from "../../widget/src/protocol.ts";

/** WCAG's relative luminance of #rrggbb. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe("letters on a brand's colour", () => {
  const rows: [color: string, ink: string][] = [
    ["#ffffff", "#000"],
    ["#000000", "#fff"],
    ["#0b6e4f", "#fff"],
    ["#ffd400", "#000"],
    [ownColor, "#fff"],
  ];
  for (const [color, ink] of rows) {
    it(`are ${ink} on ${color}`, () => assert.equal(inkOn(color), ink));
  }

  it("can be read on any colour (WCAG AA, 4.5 to 1)", () => {
    const colors = fc.integer({ min: 0, max: 0xffffff });
    fc.assert(
      fc.property(colors, (number) => {
        const color = `#${number.toString(16).padStart(6, "0")}`;
        const [paper, ink] = [luminance(color), inkOn(color) === "#fff" ? 1 : 0];
        const contrast = (Math.max(paper, ink) + 0.05) / (Math.min(paper, ink) + 0.05);
        assert.ok(contrast >= 4.5, `${color}: ${contrast}`);
      }),
    );
  });
});
