import assert from "node:assert/strict";
import type { Mail } from "@hilo/schema";
import type { RawRequest } from "../../../../functions/src/providers/adapter.ts";
import { eventsOf, mail, multipart, requestOf, requestTo, sample } from "./samples.ts";

type Fields = Record<string, string>;

async function proofIn(request: RawRequest): Promise<Mail["proof"]> {
  const [event] = await eventsOf(request);
  assert.ok(event?.type === "message");
  return event.mail?.proof;
}

function form(service: string, fields: Fields): RawRequest {
  const parts = Object.entries({ from: "ana@example.org", text: "Hola", ...fields });
  return multipart(
    service,
    parts.map(([name, content]) => ({ name, content })),
  );
}

const sendgrid = (SPF: string, dkim: string) => form("sendgrid", { SPF, dkim });
const mailgun = (spf: string, dkim: string) => {
  const headers = [
    ["X-Mailgun-Spf", spf],
    ["X-Mailgun-Dkim-Check-Result", dkim],
  ];
  return form("mailgun", { "message-headers": JSON.stringify(headers) });
};
const postmark = (spf: string, tests: string) => {
  const Headers = [
    { Name: "Received-SPF", Value: spf },
    { Name: "X-Spam-Tests", Value: tests },
  ];
  return requestTo(
    "postmark",
    "application/json",
    JSON.stringify({ From: "ana@example.org", TextBody: "Hola", Headers }),
  );
};

describe("what a mail service finds of a mail's origin", () => {
  const rows: [string, RawRequest, Mail["proof"]][] = [
    ["SendGrid: both pass", sendgrid("pass", "{@example.org : pass}"), "pass"],
    ["SendGrid: forwarded and signed", sendgrid("fail", "{@example.org : pass}"), "pass"],
    ["SendGrid: neither", sendgrid("fail", "none"), "fail"],
    ["SendGrid: a broken signature", sendgrid("softfail", "{@example.org : fail}"), "fail"],
    ["SendGrid: a domain called pass", sendgrid("fail", "{@pass : fail}"), "fail"],
    ["SendGrid: one of two signatures", sendgrid("none", "{@a.cl : fail, @b.cl : pass}"), "pass"],
    ["SendGrid: undecided", sendgrid("softfail", "none"), undefined],
    ["SendGrid: nothing", sendgrid("", ""), undefined],
    [
      "SendGrid: a whole mail",
      form("sendgrid", { email: mail({}), SPF: "fail", dkim: "none" }),
      "fail",
    ],
    ["Mailgun: both pass", mailgun("Pass", "Pass"), "pass"],
    ["Mailgun: neither", mailgun("Fail", "Fail"), "fail"],
    ["Mailgun: undecided", mailgun("Neutral", ""), undefined],
    [
      "Mailgun: a whole mail",
      form("mailgun", { "body-mime": mail({ "X-Mailgun-Spf": "Fail" }) }),
      "fail",
    ],
    [
      "Postmark: both pass",
      postmark("Pass (sender SPF authorized)", "DKIM_VALID,SPF_PASS"),
      "pass",
    ],
    ["Postmark: forwarded and signed", postmark("Fail (x)", "DKIM_SIGNED,DKIM_VALID"), "pass"],
    ["Postmark: neither", postmark("Fail (not authorized)", "DKIM_SIGNED"), "fail"],
    ["Postmark: undecided", postmark("SoftFail (x)", ""), undefined],
    ["SendGrid's sample", requestOf(sample("sendgrid_inbound")), "pass"],
    ["SendGrid's sample of a whole mail", requestOf(sample("sendgrid_inbound_raw")), "pass"],
    ["Mailgun's sample", requestOf(sample("mailgun_inbound")), "pass"],
    ["Postmark's sample", requestOf(sample("postmark_inbound_attachment")), "pass"],
  ];
  for (const [name, request, proof] of rows)
    it(`is kept as ${proof ?? "nothing"} (${name})`, async () => {
      assert.equal(await proofIn(request), proof);
    });

  it("is not taken from what the sender wrote beside it", async () => {
    const raw = mail({ "X-Mailgun-Spf": "Pass", "Received-SPF": "Pass" });
    assert.equal(
      await proofIn(form("sendgrid", { email: raw, SPF: "fail", dkim: "none" })),
      "fail",
    );
  });
});
