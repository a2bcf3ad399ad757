import assert from "node:assert/strict";
import { carriedAs } from "@hilo/schema/capabilities";
import {
  asMessages,
  takesCaption,
} from "../../../../../console/src/pages/inbox/composer/writing/as-messages.ts";
import { capabilities as meta } from "../../../../../functions/src/providers/meta/capabilities.ts";

const { whatsapp, messenger } = meta;
assert.ok(whatsapp && messenger);

describe("what goes out as one message", () => {
  const photo = { type: "image/jpeg" };
  const sticker = { type: "image/webp" };
  const rows: [
    what: string,
    limits: typeof whatsapp,
    text: string,
    file: { type: string } | null,
    kinds: string[],
  ][] = [
    ["a text", whatsapp, "Hola", null, ["text"]],
    ["a photo with its caption", whatsapp, "Mira", photo, ["image+text"]],
    ["a photo alone", messenger, "", photo, ["image"]],
    [
      "a photo and a text, where there are no captions",
      messenger,
      "Mira",
      photo,
      ["image", "text"],
    ],
    [
      "a caption that is too long",
      { ...whatsapp, captionLength: 3 },
      "Mira",
      photo,
      ["image", "text"],
    ],
    ["a voice note and a text", whatsapp, "Escucha", { type: "audio/ogg" }, ["audio", "text"]],
    [
      "a sound attached to a text",
      { ...whatsapp, attachments: 5 },
      "Escucha",
      { type: "audio/ogg" },
      ["audio+text"],
    ],
    ["a sticker and a text", whatsapp, "Ja", sticker, ["sticker", "text"]],
  ];
  for (const [what, limits, text, file, kinds] of rows) {
    it(what, () => {
      const messages = asMessages(text, file ? [file] : [], limits);
      const told = messages.map((one) =>
        [one.kind, one.text ? "text" : ""].filter(Boolean).join("+"),
      );
      assert.deepEqual(told, kinds);
    });
  }

  describe("of several files", () => {
    const sound = { type: "audio/ogg" };
    const paper = { type: "application/pdf" };
    const five = { ...whatsapp, attachments: 5 };
    type Row = [
      what: string,
      limits: typeof whatsapp,
      text: string,
      files: { type: string }[],
      told: string[],
    ];
    const one = (kind: string) => `1 ${kind}`;
    const rows: Row[] = [
      [
        "each is a message where a message is one file",
        whatsapp,
        "",
        [photo, photo, photo, photo],
        Array(4).fill(one("image")),
      ],
      [
        "the first has the caption",
        whatsapp,
        "Mira",
        [photo, paper],
        ["1 image: Mira", one("document")],
      ],
      [
        "the first that can have it has the caption",
        whatsapp,
        "Mira",
        [sound, sticker, photo, photo],
        [one("audio"), one("sticker"), "1 image: Mira", one("image")],
      ],
      [
        "the text comes last where none can have it",
        whatsapp,
        "Oye",
        [sound, sound],
        [one("audio"), one("audio"), "0 text: Oye"],
      ],
      [
        "and where there are no captions",
        messenger,
        "Mira",
        [photo, photo],
        [one("image"), one("image"), "0 text: Mira"],
      ],
      ["as many as fit go together", five, "Todo", [photo, photo, paper], ["3 image: Todo"]],
      [
        "and the rest in the next",
        five,
        "Todo",
        Array(7).fill(photo),
        ["5 image: Todo", "2 image"],
      ],
    ];
    for (const [what, limits, text, files, expected] of rows) {
      it(what, () => {
        const told = asMessages(text, files, limits).map(
          (message) =>
            `${message.files.length} ${message.kind ?? "text"}${message.text && `: ${message.text}`}`,
        );
        assert.deepEqual(told, expected);
      });
    }
  });

  describe("of several files with captions of their own", () => {
    const sound = { type: "audio/ogg" };
    const short = { ...whatsapp, captionLength: 5 };
    type Row = [
      what: string,
      limits: typeof whatsapp,
      text: string,
      files: { type: string }[],
      captions: string[],
      told: string[],
    ];
    const rows: Row[] = [
      [
        "each goes with its own",
        whatsapp,
        "",
        [photo, photo],
        ["a", "b"],
        ["image: a", "image: b"],
      ],
      [
        "the text is the first one's",
        whatsapp,
        "t",
        [photo, photo],
        ["", "b"],
        ["image: t", "image: b"],
      ],
      [
        "the text comes last when the first has its own",
        whatsapp,
        "t",
        [photo, photo],
        ["a", ""],
        ["image: a", "image", "text: t"],
      ],
      [
        "what goes alone is passed over",
        whatsapp,
        "t",
        [sound, photo],
        ["", ""],
        ["audio", "image: t"],
      ],
      [
        "one that cannot be there follows its file",
        whatsapp,
        "",
        [sound, photo],
        ["a", "b"],
        ["audio", "text: a", "image: b"],
      ],
      [
        "one that is too long does, too",
        short,
        "",
        [photo, photo],
        ["too long", "b"],
        ["image", "text: too long", "image: b"],
      ],
      [
        "and where there are none",
        messenger,
        "t",
        [photo, photo],
        ["a", ""],
        ["image", "text: a", "image", "text: t"],
      ],
    ];
    for (const [what, limits, text, files, captions, expected] of rows)
      it(what, () => {
        const told = asMessages(text, files, limits, captions).map(
          (message) => `${message.kind ?? "text"}${message.text && `: ${message.text}`}`,
        );
        assert.deepEqual(told, expected);
      });

    it("are offered where a message is one file and may have a text", () => {
      assert.ok(takesCaption(photo, whatsapp));
      assert.ok(takesCaption({ type: "application/pdf" }, whatsapp));
      assert.ok(!takesCaption(sound, whatsapp));
      assert.ok(!takesCaption(sticker, whatsapp));
      assert.ok(!takesCaption(photo, messenger));
      assert.ok(!takesCaption(photo, { ...whatsapp, attachments: 10 }));
    });
  });

  it("is a document where a channel takes the type in no other way", () => {
    assert.equal(carriedAs("application/pdf", whatsapp.media), "document");
    assert.equal(carriedAs("image/webp", whatsapp.media), "sticker");
    assert.equal(carriedAs("image/webp", messenger.media), "image");
    assert.equal(carriedAs("font/woff", whatsapp.media), undefined);
  });
});
