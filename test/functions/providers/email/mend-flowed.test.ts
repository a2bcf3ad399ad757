import assert from "node:assert/strict";
import { mailBytes as bytesOf, readBytes as read } from "./samples.ts";

describe("a mail broken for the way", () => {
  const flowed = (delSp = "") => [
    "Subject: Re: x",
    `Content-Type: text/plain; charset=utf-8; format=flowed${delSp}`,
    "",
  ];
  const rows: [name: string, lines: string[], text: string, quoted?: string][] = [
    ["a paragraph", [...flowed(), "uno ", "dos ", "tres", "cuatro"], "uno dos tres\ncuatro"],
    [
      "with the blanks that belong to the breaks",
      [...flowed("; delsp=yes"), "uno ", "dos  ", "tres"],
      "unodos tres",
    ],
    [
      "a quote",
      [
        ...flowed(),
        "Sí",
        "",
        "On 11/20/26 10:19, Shop wrote:",
        "> one ",
        "> two",
        ">",
        ">> old ",
        ">> older",
      ],
      "Sí",
      "On 11/20/26 10:19, Shop wrote:\n> one two\n>\n>> old older",
    ],
    ["an answer below a quote", [...flowed(), "> one ", "> two ", "yes"], "> one two \nyes"],
    [
      "stuffed lines",
      [...flowed(), " > no quote", "  two blanks", " From here"],
      "> no quote\n two blanks\nFrom here",
    ],
    ["a signature", [...flowed(), "Sí ", "-- ", "Ana"], "Sí \n-- \nAna"],
  ];
  for (const [name, lines, text, quoted] of rows)
    it(`is put together: ${name}`, async () => {
      const event = await read(bytesOf(lines));
      assert.deepEqual([event.text, event.mail?.quoted], [text, quoted]);
    });
});
