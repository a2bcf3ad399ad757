import { deepEqual, equal } from "node:assert/strict";
import { bodyOf, change, read } from "./samples.ts";

const metadata = { display_phone_number: "+1 555 078 3881", phone_number_id: "106540352242922" };
const us = "15550783881";
const ana = "16505551234";

const said = (from: string, id: string, body: string, more: object = {}) => ({
  from,
  id,
  timestamp: "1739230955",
  type: "text",
  text: { body },
  ...more,
});

const told = (value: object) =>
  read(change({ metadata, ...value }, "history")).map((event) =>
    event.type === "message"
      ? [
          event.externalId,
          event.sender.address,
          event.echo === true,
          event.past,
          event.kind,
          event.text,
        ]
      : [event.type],
  );

const chunk = (...threads: object[]) => ({
  history: [{ metadata: { phase: 0, chunk_order: 1, progress: 55 }, threads }],
});

describe("what was written in WhatsApp's own app before it was connected", () => {
  it("is both sides of each thread, at its own time", () => {
    const thread = { id: ana, messages: [said(us, "w1", "hola"), said(ana, "w2", "gracias")] };
    deepEqual(told(chunk(thread)), [
      ["w1", "+16505551234", true, true, "text", "hola"],
      ["w2", "+16505551234", false, true, "text", "gracias"],
    ]);
    const [event] = read(change({ metadata, ...chunk(thread) }, "history"));
    equal(event?.type === "message" && event.at, 1739230955000);
  });

  it("is of several threads and chunks", () => {
    const other = { id: "12125557890", messages: [said(us, "w3", "tu pedido")] };
    const { history } = chunk({ id: ana, messages: [said(ana, "w1", "uno")] });
    deepEqual(
      told({ history: [...history, ...chunk(other).history] }).map(([id, who]) => [id, who]),
      [
        ["w1", "+16505551234"],
        ["w3", "+12125557890"],
      ],
    );
  });

  it("tells by itself who wrote, where it does", () => {
    const mine = said("", "w1", "sí", { history_context: { from_me: true, status: "READ" } });
    const theirs = said(ana, "w2", "no", { history_context: { from_me: false } });
    const thread = { id: ana, context: { user_id: "US.1" }, messages: [mine, theirs] };
    deepEqual(
      told(chunk(thread)).map(([id, , echo]) => [id, echo]),
      [
        ["w1", true],
        ["w2", false],
      ],
    );
  });

  it("may be a file of which is told later which one it is", () => {
    const placeholder = { from: us, id: "w1", timestamp: "1739230970", type: "media_placeholder" };
    deepEqual(told(chunk({ id: ana, messages: [placeholder] })), [
      ["w1", "+16505551234", true, true, "unsupported", ""],
    ]);
    const image = { id: "24230790383178626", mime_type: "image/jpeg", caption: "mira" };
    const file = { from: ana, id: "w1", timestamp: "1738796547", type: "image", image };
    deepEqual(told({ messages: [file] }), [["w1", "+16505551234", false, true, "image", "mira"]]);
  });

  it("is not shared by everybody, and may be odd", () => {
    const error = { code: 2593109, title: "History sync is turned off by the business" };
    deepEqual(told({ history: [{ errors: [error] }] }), [["ignored"]]);
    deepEqual(told({}), [["ignored"]]);
    deepEqual(told(chunk({ id: ana, messages: [{ type: "text" }, said(ana, "w1", "ya")] })), [
      ["unsupported"],
      ["w1", "+16505551234", false, true, "text", "ya"],
    ]);
  });

  it("is nothing that is told as new", () => {
    const [event] = read(bodyOf("whatsapp", "text"));
    equal(event?.type === "message" && event.past, undefined);
  });
});
