import assert from "node:assert/strict";
import { eventsOf, mail, mimeRequest, requestOf, sample } from "./samples.ts";

async function automaticOf(request: ReturnType<typeof mimeRequest>): Promise<string | undefined> {
  const [event] = await eventsOf(request);
  return event?.type === "message" ? event.mail?.automatic : event?.type;
}

describe("mails written by machines", () => {
  for (const name of ["exchange", "rfc3834", "x_autoreply"]) {
    it(`are known: ${name}`, async () => {
      assert.equal(await automaticOf(requestOf(sample(`mime_auto_reply_${name}`))), "reply");
    });
  }

  const rows: [Record<string, string>, string | undefined][] = [
    [{ "Auto-Submitted": "auto-generated (notice)" }, "reply"],
    [{ "Auto-Submitted": "no" }, undefined],
    [{ "X-Autorespond": "Vacaciones" }, "reply"],
    [{ "X-Auto-Response-Suppress": "OOF" }, "reply"],
    [{ Precedence: "auto_reply" }, "reply"],
    [{ Precedence: "bulk" }, "list"],
    [{ Precedence: "first-class" }, undefined],
    [{ "List-Id": "<news.x.cl>" }, "list"],
    [{ "List-Unsubscribe": "<mailto:u@x.cl>" }, "list"],
    [{ "Return-Path": "<>" }, "bounce"],
    [{ "Return-Path": "<a@x.cl>" }, undefined],
    [{ From: "MAILER-DAEMON@x.cl" }, "bounce"],
    [{ From: "postmaster@x.cl" }, "bounce"],
    [{ From: "no-reply@x.cl" }, "list"],
    [{ From: "noelia@x.cl" }, undefined],
    [{}, undefined],
  ];
  for (const [headers, wanted] of rows) {
    it(`${JSON.stringify(headers)} is ${wanted ?? "a person's"}`, async () => {
      assert.equal(await automaticOf(mimeRequest(mail(headers))), wanted);
    });
  }
});
