import { deepEqual, equal } from "node:assert/strict";
import { FailureReason } from "@hilo/schema";
import { explain, knownCodes } from "../../../../functions/src/providers/meta-errors.ts";
import { failureIn } from "../../../../functions/src/providers/meta-failure.ts";
import { fixture, samplesOf } from "./samples.ts";

type Listed = { code: string; class: string };
const listed = fixture<Record<string, { errors: Listed[] }>>("errors.json");

const reasons: Record<string, FailureReason> = {
  auth: "credentials",
  billing: "configuration",
  config: "configuration",
  duplicate: "policy",
  media_invalid: "media",
  opted_out: "optedOut",
  payload_invalid: "content",
  permission: "permission",
  policy: "policy",
  rate_limited: "rateLimited",
  recipient_blocked: "blocked",
  recipient_invalid: "badAddress",
  recipient_unreachable: "unreachable",
  server: "transient",
  spam_limited: "spamLimited",
  template_invalid: "template",
  template_paused: "templatePaused",
  transient: "transient",
  unknown: "other",
  window_closed: "windowClosed",
};

describe("what Meta's error codes mean", () => {
  for (const [platform, { errors }] of Object.entries(listed)) {
    for (const { code, class: family } of errors) {
      it(`${code} of ${platform} is ${family}`, () => {
        const { reason, message, code: told } = explain(code);
        deepEqual([told, reason], [code, reasons[family]]);
        equal(message.length > 3, true);
      });
    }
  }

  it("is looked up with the subcode first", () => {
    equal(explain("10/2018278").reason, "windowClosed");
    equal(explain("10/1").reason, "permission");
    deepEqual([explain("190/460").reason, explain("190/460").code], ["credentials", "190"]);
  });

  it("is a permission of the whole family from 200 to 299", () => {
    equal(explain("294").reason, "permission");
  });

  it("is of marketing alone where somebody refused only that", () => {
    deepEqual([explain("131050").scope, explain("131026").scope], ["marketing", undefined]);
  });

  it("is told as it came when nobody knows it", () => {
    for (const code of ["424242", "constructor"])
      deepEqual(explain(code), { code, reason: "other", message: `Meta reported error ${code}` });
  });

  it("is one of the reasons the console words", () => {
    for (const code of knownCodes) FailureReason.parse(explain(code).reason);
  });
});

function failure(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const { kind, code, retryAfter } = failureIn({
    status,
    headers,
    text,
    body: typeof body === "string" ? undefined : body,
  });
  return { kind, code, ...(retryAfter ? { retryAfter } : {}) };
}

const sampled: Record<string, [kind: string, code: string]> = {
  error_100_2018001_no_user: ["refused", "100/2018001"],
  error_100_2534014_no_user: ["refused", "100/2534014"],
  error_100_retired_tag: ["refused", "100"],
  error_10_2018278_window: ["refused", "10/2018278"],
  error_10_2534022_window: ["refused", "10/2534022"],
  error_130429: ["rateLimited", "130429"],
  error_131000: ["unreachable", "131000"],
  error_131026: ["refused", "131026"],
  error_131047: ["refused", "131047"],
  error_131056: ["rateLimited", "131056"],
  error_131062: ["refused", "131062"],
  error_132000: ["refused", "132000"],
  error_132001: ["refused", "132001"],
  error_132015: ["refused", "132015"],
  error_190: ["refused", "190"],
  error_190_token: ["refused", "190"],
  error_200_permission: ["refused", "200/2018028"],
  error_2_transient: ["unknown", "2"],
  error_4_app_rate: ["rateLimited", "4"],
  error_551_1545041_unavailable: ["refused", "551/1545041"],
  error_613_rate: ["rateLimited", "613"],
};

describe("what an answer of the Graph API means for the message", () => {
  for (const platform of ["whatsapp", "messenger", "instagram"] as const) {
    const errors = samplesOf(platform, "response").filter(({ kind }) => kind === "send.error");
    for (const { event, response, body } of errors) {
      it(`${event}: ${sampled[event]?.join(", ")}`, () => {
        const { kind, code } = failure(response?.status ?? 0, body);
        deepEqual([kind, code], sampled[event]);
      });
    }
  }

  const error = (code: number, more: object = {}) => ({ error: { code, message: "no", ...more } });
  const rows: [name: string, told: ReturnType<typeof failure>, wanted: object][] = [
    [
      "a limit, with its wait",
      failure(429, error(80007), { "retry-after": "90" }),
      { kind: "rateLimited", code: "80007", retryAfter: 90_000 },
    ],
    [
      "a limit, with the minutes until the account may call again",
      failure(400, error(613), {
        "x-business-use-case-usage":
          '{"9":[{"type":"messenger","estimated_time_to_regain_access":3}]}',
      }),
      { kind: "rateLimited", code: "613", retryAfter: 180_000 },
    ],
    [
      "one person's limit",
      failure(400, error(131056)),
      { kind: "rateLimited", code: "131056", retryAfter: 6000 },
    ],
    [
      "a limit with a header nobody can read",
      failure(429, error(4), { "x-business-use-case-usage": "?" }),
      { kind: "rateLimited", code: "4" },
    ],
    ["nothing but 429", failure(429, "slow down"), { kind: "rateLimited", code: "http429" }],
    [
      "a message that Meta says was not sent",
      failure(503, error(131016)),
      { kind: "unreachable", code: "131016" },
    ],
    [
      "an error of which nobody knows what it did",
      failure(500, error(1)),
      { kind: "unknown", code: "1" },
    ],
    ["a new error of the server", failure(500, error(999999)), { kind: "unknown", code: "999999" }],
    ["a new refusal", failure(400, error(999999)), { kind: "refused", code: "999999" }],
    ["a page instead of an answer", failure(502, "<html>"), { kind: "unknown", code: "http502" }],
    ["a refusal without a reason", failure(404, "gone"), { kind: "refused", code: "http404" }],
    ["an error that is none", failure(400, { error: "x" }), { kind: "refused", code: "http400" }],
  ];
  for (const [name, told, wanted] of rows) it(name, () => deepEqual(told, wanted));

  it("is said in our words and then in Meta's", () => {
    const body = error(132000, { error_data: { details: "body: 1 of 2" } });
    const { message } = failureIn({ status: 400, headers: {}, text: "", body });
    equal(message, "Parameter count differs from the template. Meta says: body: 1 of 2");
  });
});
