import assert from "node:assert/strict";
import { messagesOf } from "../../functions/src/conversations/store.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { during } from "../support/during.ts";
import { startWebhooks } from "./server.ts";
import { connected } from "./voices/connected.ts";
import { email } from "./voices/email.ts";

// Inputs of the kinds that other inboxes stumbled over: what is told late, twice, or within one second.

describe("what a mail service tells", () => {
  during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await connected({ ...email, credentials: { sendgridPath: "a_long_path" } });
  });

  async function post(lines: string[]): Promise<void> {
    const form = new FormData();
    form.set("email", ["To: hola@hilo.test", "From: ana@x.cl", ...lines].join("\r\n"));
    const path = `/webhooks/email/${workspaceId}/email/sendgrid/a_long_path`;
    const url = `${process.env.PUBLIC_BASE_URL}${path}`;
    const response = await fetch(url, { method: "POST", body: form });
    await response.arrayBuffer();
    assert.equal(response.status, 200);
  }

  const plain = "Content-Type: text/plain; charset=utf-8";
  const body = [plain, "", "Hola"];
  const id = "Message-ID: <same@x.cl>";
  const file = (content: string) => [
    id,
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    plain,
    "",
    "Va la boleta",
    "--b",
    'Content-Type: text/plain; name="a.txt"',
    'Content-Disposition: attachment; filename="a.txt"',
    "",
    content,
    "--b--",
  ];
  const rows: [what: string, mails: string[][], kept: number][] = [
    [
      "one with its headers in another order",
      [
        [id, "Subject: A", ...body],
        ["Subject: A", id, ...body],
      ],
      1,
    ],
    [
      "one whose Message-ID is folded",
      [
        [id, ...body],
        ["Message-ID:\r\n <same@x.cl>", ...body],
      ],
      1,
    ],
    [
      "one whose lines end otherwise",
      [
        [id, ...body, "uno", "dos"],
        [id, ...body, "uno\ndos"],
      ],
      1,
    ],
    [
      "one that a server marked",
      [
        [id, ...body],
        ["X-Spam-Score: 0", "DKIM-Signature: v=1; a=x", id, ...body],
      ],
      1,
    ],
    [
      "two of the same words to other people",
      [
        [id, "Cc: a@y.cl", "Subject: A", ...body],
        [id, "Cc: a@y.cl", "Subject: B", ...body],
      ],
      2,
    ],
    ["two whose files differ", [file("uno"), file("dos")], 2],
    ["two without any, of other words", [body, [plain, "", "Chao"]], 2],
    [
      "two of an empty one, of other words",
      [
        ["Message-ID: <>", ...body],
        ["Message-ID: <>", plain, "", "Chao"],
      ],
      2,
    ],
    [
      "two of a fixed one of a program, of other words",
      [
        ["Message-ID: <1@localhost>", ...body],
        ["Message-ID: <1@localhost>", plain, "", "Chao"],
      ],
      2,
    ],
  ];
  for (const [what, mails, kept] of rows)
    it(`of one Message-ID is ${what}`, async () => {
      for (const lines of [...mails, ...mails]) await post(lines);
      const { docs } = await messagesOf(workspaceId, hash("email", "ana@x.cl")).get();
      const inbound = docs.filter((doc) => doc.get("direction") === "inbound");
      assert.equal(inbound.length, kept);
    });

  const words: [what: string, lines: string[], text: string][] = [
    [
      "entities once",
      ["Content-Type: text/html; charset=utf-8", "", "<p>a &amp;lt; b &amp;amp; c</p>"],
      "a &lt; b &amp; c",
    ],
    [
      "entities by number",
      [
        "Content-Type: text/html; charset=utf-8",
        "",
        "<p>&#191;Sigue&#x3F; &ntilde;and&uacute; &euro;5</p>",
      ],
      "¿Sigue? ñandú €5",
    ],
    ["no entities in plain text", [plain, "", "AT&amp;T &lt;3"], "AT&amp;T &lt;3"],
    [
      "no style, script or title",
      [
        "Content-Type: text/html",
        "",
        "<head><title>T</title><style>p{}</style></head><p>Hola</p><script>x()</script>",
      ],
      "Hola",
    ],
    [
      "an entity that is none",
      ["Content-Type: text/html", "", "<p>R&D &foo; 5 & 6</p>"],
      "R&D &foo; 5 & 6",
    ],
    [
      "an entity of half a letter",
      ["Content-Type: text/html", "", "<p>Hola &#55357;&#0;</p>"],
      "Hola",
    ],
  ];
  for (const [what, lines, text] of words)
    it(`is read with ${what}`, async () => {
      await post([id, ...lines]);
      const { docs } = await messagesOf(workspaceId, hash("email", "ana@x.cl")).get();
      const seen = docs.map((doc) =>
        String(doc.get("text"))
          .replace(/[\ufffd\s]+$/u, "")
          .trim(),
      );
      assert.deepEqual(seen, [text]);
    });
});
