import assert from "node:assert/strict";
import { type Endpoint, endpoints, LeftAddress, OpenSession, VisitorPost } from "@hilo/schema";
import type * as z from "zod";
import { line, lines, name, plain } from "../../schema/src/text.ts";
import { HostClaims } from "../../schema/src/visitor.ts";
import { type Leaf, textsOf } from "./leaves.ts";

const shapes: [name: string, schema: z.ZodType | undefined][] = [
  ...Object.entries<Endpoint>(endpoints).flatMap(([name, { body, query }]) => [
    [`${name}`, body] as [string, z.ZodType | undefined],
    [`${name}?`, query] as [string, z.ZodType | undefined],
  ]),
  ["visitor's session", OpenSession],
  ["visitor's post", VisitorPost],
  ["visitor's address", LeftAddress],
  ["site's token", HostClaims],
];
const leaves = shapes.flatMap(([name, schema]) => (schema ? textsOf(schema, name) : []));

/** What people write in several lines; everything else is one. */
const severalLines = [
  /^(sendMessage|startConversation)\.(text|mail\.html|template\.variables\.\*)$/,
  /^addNote\.text$/,
  /^addLeadNote\.text$/,
  /^createContact\.notes$/,
  /^createContact\.fields\.\*$/,
  /^classify\.messages\.\*\.text$/,
  /^(create|change)Template\.(text|examples\.\*)$/,
  /^changeSignatures\.signatures\.\*$/,
  /^(add|change|test|try)Channel\.(settings|credentials)\.\*$/,
  /^visitor's post\.(text|choice\.(id|title))$/,
];
const hasLines = ({ path }: Leaf) => severalLines.some((one) => one.test(path));

/** By what things and people are called in lists. */
const named =
  /^((inviteMember|changeMember|addApiKey|addChannel|changeChannel|createTemplate|changeTemplate)\.name|setTags\.tags\.\*)$/;

const codes = [...Array(0x20).keys(), ...Array.from({ length: 0x21 }, (_, at) => 0x7f + at)];
const never = [
  ...codes.map((code) => String.fromCharCode(code)).filter((one) => !/[\n\t]/.test(one)),
  ..."\u2028\u2029",
  "\ud800",
  "\udc00",
];

/** A text as a schema takes it; undefined where it is refused. */
function taken({ schema }: Leaf, text: string): string | undefined {
  const parsed = schema.safeParse(text);
  return parsed.success ? String(parsed.data) : undefined;
}

function refusedOrWithout(leaf: Leaf, part: string): void {
  for (const text of [`Ana${part}b`, `${part}Ana`, `Ana${part}`, `ana${part}@ejemplo.cl`]) {
    const kept = taken(leaf, text);
    const shown = JSON.stringify(text);
    assert.ok(kept === undefined || !kept.includes(part), `${leaf.path} takes ${shown}`);
  }
}

describe("every text that is given to the API", () => {
  it("is one of many", () => assert.ok(leaves.length > 90, String(leaves.length)));

  for (const leaf of leaves)
    it(`${leaf.path}: takes no control characters${hasLines(leaf) ? "" : ", and one line"}`, () => {
      for (const part of never) refusedOrWithout(leaf, part);
      if (hasLines(leaf)) assert.equal(taken(leaf, "Ana\r\nb\tc"), "Ana\nb\tc");
      else for (const part of ["\n", "\t", "\r\n"]) refusedOrWithout(leaf, part);
    });

  for (const leaf of leaves.filter(({ path }) => named.test(path)))
    it(`${leaf.path}: is seen, and turns nothing around`, () => {
      for (const text of ["", " ", "\u3164", "\u200b\u200d", "\u2800", "\u202e"])
        assert.equal(taken(leaf, text), undefined, JSON.stringify(text));
      assert.equal(taken(leaf, " \u202eAna\u2066 "), "Ana");
    });

  it("knows all that things are called by", () => {
    assert.equal(leaves.filter(({ path }) => named.test(path)).length, 8);
    const unused = severalLines.filter((one) => !leaves.some(({ path }) => one.test(path)));
    assert.deepEqual(unused, []);
  });
});

describe("a text", () => {
  const rows: [is: string, schema: z.ZodType, text: string, kept: string | undefined][] = [
    ["a line with spaces around it", line(20), "  Ana ", "Ana"],
    ["a line that is too long", line(3), "Anas", undefined],
    ["a line of emoji", line(20), "👩‍👧 Ñandú", "👩‍👧 Ñandú"],
    ["a line in Hebrew", line(20), "שלום", "שלום"],
    ["a name of nothing", name(20), "\u3164", undefined],
    ["plain text with spaces", plain(20), " a b ", " a b "],
    ["plain text with an end of line", plain(20), "a\n", undefined],
    ["lines of every kind", lines(40), "a\r\nb\rc\u2028d\ve\u0085f", "a\nb\nc\nd\ne\nf"],
    ["lines with what nobody sees", lines(40), "a\u0000\u001b\u009fb\tc", "ab\tc"],
    ["lines with half a character", lines(40), "a\ud83d", undefined],
    ["lines that fit once they are clean", lines(3), "a\r\nb", "a\nb"],
  ];
  for (const [is, schema, text, kept] of rows)
    it(`is taken as it is meant: ${is}`, () => {
      assert.equal(taken({ path: "", schema }, text), kept);
    });
});
