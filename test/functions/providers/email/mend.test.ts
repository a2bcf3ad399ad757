import assert from "node:assert/strict";
import fc from "fast-check";
import { mendMail } from "../../../../functions/src/providers/email/mend.ts";
import { character } from "../../../support/character.ts";
import { mailBytes as bytesOf, eventsOf, mimeRequest, readBytes as read } from "./samples.ts";

const mixed = (boundary: string) => `Content-Type: multipart/mixed; boundary="${boundary}"`;

describe("mending a mail", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: character }),
      fc.constantFrom(
        "\r\n",
        "\n",
        "\r\n\r\n",
        "--b\r\n",
        "--b--\r\n",
        "--",
        "Content-Type: text\r\n",
        `${mixed("b")}\r\n`,
        `${mixed("c")}\r\n`,
        "Content-Type: message/rfc822\r\n",
        "Content-Transfer-Encoding: base64\r\n",
        "=?utf8?Q?=C3?=",
        "From: a@b.cl\r\n",
        " x\r\n",
        "\x1b$B",
        "ñ",
      ),
    ),
  );

  it("never throws", async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.boolean(), async (parts, latin) => {
        const mail = Buffer.from(parts.join(""), latin ? "latin1" : "utf8");
        const mended = mendMail(mail);
        assert.ok(Buffer.isBuffer(mended));
        assert.ok(Array.isArray(await eventsOf(mimeRequest(mail))));
      }),
      { numRuns: 300 },
    );
  });

  it("loses no word of a text, wherever it stands", async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const body = parts.join("").replace(/[^a-z0-9 \r\n-]/gi, "");
        const mime = bytesOf([mixed("a"), "", `palabra ${body}`]);
        const { text, files } = await read(mime);
        const all = text + files.map(({ bytes }) => Buffer.from(bytes ?? [])).join("");
        assert.ok(/--\s*\n?content-/i.test(body) || all.includes("palabra"), all);
      }),
    );
  });

  const size = 200_000;
  const hostile = [
    "--",
    "--b\n",
    "--\n",
    "-",
    "\n",
    `--b\n${mixed("c")}\n\n`,
    `${mixed("c")}\n`,
    "a: b\n",
    "=?a?Q?",
    "=?a?Q?b?= ",
    "=",
    "=C3",
    ";charset=",
    "Content-Type: text\n\n",
    " \n",
    "\xe1",
    "> \n",
    "From \n",
    "<meta ",
  ];
  for (const piece of hostile)
    it(`is done at once, over and over: ${JSON.stringify(piece)}`, async () => {
      const fill = piece.repeat(size / piece.length);
      const flowed =
        "Content-Type: text/html; format=flowed\r\nContent-Transfer-Encoding: quoted-printable";
      for (const mail of [
        fill,
        `Subject: ${fill}`,
        `${mixed("b")}\r\n\r\n${fill}`,
        `${flowed}\r\n\r\n${fill}`,
      ]) {
        const before = process.cpuUsage().user;
        mendMail(Buffer.from(mail, "latin1"));
        const taken = process.cpuUsage().user - before;
        assert.ok(taken < 500_000, `${taken} µs`);
      }
    });
});
