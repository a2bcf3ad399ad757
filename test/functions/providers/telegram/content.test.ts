import assert from "node:assert/strict";
import { eventOf, message, sampleBody } from "./samples.ts";

const file = { file_id: "F1", file_unique_id: "u", file_size: 1234 };

/** Kind, text and first file of a message. */
function read(changes: Record<string, unknown>) {
  const { kind, text, files } = eventOf(message(changes), "message");
  return { kind, text, file: files[0] };
}

type Row = [name: string, content: Record<string, unknown>, kind: string, type: string];

const rows: Row[] = [
  ["a video note", { video_note: { ...file, length: 240, duration: 3 } }, "video", "video/mp4"],
  ["a song", { audio: { ...file, mime_type: "audio/mp4" } }, "audio", "audio/mp4"],
  ["a voice note without a type", { voice: file }, "audio", "audio/ogg"],
  [
    "a picture sent as a file",
    { document: { ...file, mime_type: "image/png" } },
    "document",
    "image/png",
  ],
  ["a file of no known type", { document: file }, "document", "application/octet-stream"],
  [
    "a moving picture",
    { animation: { ...file, mime_type: "video/mp4" }, document: file },
    "video",
    "video/mp4",
  ],
  [
    "a video sticker",
    { sticker: { ...file, is_video: true, emoji: "🎈" } },
    "sticker",
    "video/webm",
  ],
];

describe("what a Telegram message says", () => {
  for (const [name, content, kind, type] of rows) {
    it(`reads ${name} as ${kind}`, () => {
      const found = read(content);
      assert.equal(found.kind, kind);
      assert.deepEqual(
        [found.file?.source, found.file?.type, found.file?.size],
        ["F1", type, 1234],
      );
    });
  }

  it("takes the largest of a photo's sizes, in whatever order they come", () => {
    const sizes = [
      { ...file, file_id: "big", file_size: 90_000 },
      { ...file, file_id: "small", file_size: 900 },
    ];
    assert.equal(read({ photo: sizes }).file?.source, "big");
    assert.equal(read({ photo: sizes.toReversed() }).file?.source, "big");
  });

  it("shows an animated sticker by its picture, or by its emoji", () => {
    const sticker = { ...file, is_animated: true, emoji: "🦙" };
    const thumbnail = { ...file, file_id: "thumb" };
    assert.equal(read({ sticker: { ...sticker, thumbnail } }).file?.source, "thumb");
    const bare = read({ sticker });
    assert.deepEqual([bare.kind, bare.text, bare.file], ["sticker", "🦙", undefined]);
  });

  it("keeps what is known of a file that Telegram will not give out", () => {
    const [big] = eventOf(sampleBody("message_document_over_20mb"), "message").files;
    assert.deepEqual(big, {
      source: "",
      type: "application/zip",
      name: "big.zip",
      size: 31457280,
      refused: "tooLarge",
    });
    const limit = { video: { ...file, mime_type: "video/mp4", file_size: 20 * 1024 * 1024 } };
    assert.equal(read(limit).file?.refused, undefined);
  });

  it("tells a place with and without a name", () => {
    const location = { latitude: -33.4372, longitude: -70.6506 };
    assert.deepEqual(eventOf(message({ location }), "message").location, location);
    const venue = { location, title: "Plaza", address: "Centro" };
    assert.deepEqual(eventOf(message({ location, venue }), "message").location, {
      ...location,
      name: "Plaza",
      address: "Centro",
    });
  });

  it("does not believe a place off the globe", () => {
    const location = { latitude: 912, longitude: 1 };
    assert.equal(read({ location }).kind, "unsupported");
  });

  it("tells dice, polls and lists in words", () => {
    assert.equal(read({ dice: { emoji: "🎯", value: 6 } }).text, "🎯 6");
    const poll = { question: "¿Cuándo?", options: [{ text: "Hoy" }, { text: "Mañana" }] };
    assert.equal(read({ poll }).text, "¿Cuándo?\n• Hoy\n• Mañana");
    const checklist = { title: "Compras", tasks: [{ id: 1, text: "Pan" }] };
    assert.equal(read({ checklist }).text, "Compras\n• Pan");
  });

  it("takes what a mini app sends as a choice", () => {
    const web_app_data = { data: '{"talla":"M"}', button_text: "Elegir talla" };
    const event = eventOf(message({ web_app_data }), "message");
    assert.deepEqual(event.choice, { id: '{"talla":"M"}', title: "Elegir talla" });
  });
});
