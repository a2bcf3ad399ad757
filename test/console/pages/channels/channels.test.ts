import assert from "node:assert/strict";
import { type ChannelField, type ChannelHealth, type ChannelNotice, noHealth } from "@hilo/schema";
import { ApiProblem } from "../../../../console/src/data/api.ts";
import { channelState, figuresOf } from "../../../../console/src/data/channel-state.ts";
import { total } from "../../../../console/src/data/dead-letters.ts";
import {
  changesIn,
  type Entry,
  faultWords,
  missingIn,
  presetEntry,
  refusalOf,
  typedCredentials,
} from "../../../../console/src/pages/channels/entry.ts";
import { kindName } from "../../../../console/src/pages/channels/names.ts";
import { findingWords } from "../../../../console/src/text/channel-findings.ts";
import { t as words } from "../../../../console/src/text/channels.ts";
import { t as letters, whyOf } from "../../../../console/src/text/dead-letters.ts";
import { language, setLanguage } from "../../../../console/src/text/language.ts";
import { problems } from "../../../../console/src/text/problems.ts";

const notice: ChannelNotice = { level: "error", code: "c", text: "t", at: 5 };

describe("a channel's state", () => {
  type Row = [
    what: string,
    health: Partial<ChannelHealth>,
    more: { enabled?: boolean; notice?: ChannelNotice; letters?: number },
    is: string,
    concerns?: string[],
  ];
  const rows: Row[] = [
    ["nothing yet", {}, {}, "unused"],
    ["something came", { lastEventAt: 1 }, {}, "working"],
    ["only sent so far", { lastSentAt: 1 }, {}, "working"],
    ["disabled, whatever else", { lastRefusedAt: 2 }, { enabled: false, letters: 3 }, "disabled"],
    ["nothing was ever signed", { lastRefusedAt: 2 }, {}, "attention", ["refused"]],
    ["signed again since", { lastRefusedAt: 2, lastEventAt: 3 }, {}, "working"],
    ["failing", { lastSentAt: 2, lastFailedAt: 3 }, {}, "attention", ["failing"]],
    ["sent again since", { lastSentAt: 4, lastFailedAt: 3 }, {}, "working"],
    ["dead letters", { lastEventAt: 1 }, { letters: 2 }, "attention", ["letters"]],
    ["a good notice", { lastEventAt: 1 }, { notice: { ...notice, level: "info" } }, "working"],
    [
      "credentials that are taken no more",
      { lastEventAt: 4 },
      { notice: { ...notice, code: "reconnect" } },
      "attention",
      ["reconnect"],
    ],
    [
      "everything at once, the most pressing first",
      { lastRefusedAt: 2, lastFailedAt: 3 },
      { letters: 1, notice },
      "attention",
      ["notice", "refused", "failing", "letters"],
    ],
  ];
  for (const [what, health, { enabled = true, notice, letters = 0 }, is, concerns = []] of rows) {
    it(`is ${is}: ${what}`, () => {
      const channel = { enabled, notice, health: { ...noHealth, ...health } };
      assert.deepEqual(channelState(channel, letters), { is, concerns });
    });
  }

  it("counts everything that came signed, each once: recorded, repeated, or waiting", () => {
    const counts = { received: 5, statuses: 7, ignored: 1, duplicates: 2, deadLetters: 31 };
    const shown = figuresOf({ ...noHealth, ...counts, refused: 9 }, 29);
    const { received, processed, duplicates, dead } = shown;
    assert.deepEqual([received, processed, duplicates, dead], [44, 13, 2, 29]);
    assert.equal(received, processed + duplicates + dead);
  });

  const letters: [what: string, told: Parameters<typeof total>[0], waiting: number][] = [
    ["none", { letters: 0, times: 0, mean: null }, 0],
    ["each by itself", { letters: 4, times: 0, mean: null }, 4],
    ["three, and one that stands for 26", { letters: 4, times: 26, mean: 26 }, 29],
    ["two by themselves, two that stand for 5 and 7", { letters: 4, times: 12, mean: 6 }, 14],
    ["all of them saying how many they are", { letters: 3, times: 4, mean: 4 / 3 }, 4],
  ];
  for (const [what, told, waiting] of letters) {
    it(`has ${waiting} dead letters: ${what}`, () => assert.equal(total(told), waiting));
  }
});

const label = { es: "L", en: "L" };
const fields: ChannelField[] = [
  { name: "address", in: "address", label, required: true },
  { name: "token", in: "credentials", label, required: true },
  { name: "old", in: "credentials", label, required: false },
  { name: "port", in: "settings", label, required: true, preset: "587" },
  { name: "server", in: "settings", label, required: true },
];
const saved: Entry = {
  name: "Uno",
  address: "a",
  settings: { server: "s", port: "587" },
  credentials: {},
};

describe("a channel's form", () => {
  it("begins with what is taken when nothing is entered", () => {
    assert.deepEqual(presetEntry(fields, "SMS"), {
      name: "SMS",
      address: "",
      settings: { port: "587" },
      credentials: {},
    });
  });

  it("sends what differs, and no secret that was left alone", () => {
    assert.deepEqual(changesIn(saved, saved), {});
    const entry: Entry = {
      name: "Uno ",
      address: "b",
      settings: { server: "", port: "587" },
      credentials: { token: "", old: null },
    };
    assert.deepEqual(changesIn(entry, saved), {
      address: "b",
      settings: { server: "" },
      credentials: { old: null },
    });
    assert.deepEqual(typedCredentials({ ...entry, credentials: { token: "t", old: null } }), {
      token: "t",
    });
  });

  it("says what is missing; a stored secret is not, unless it is taken away", () => {
    const missing = (entry: Partial<Entry>, stored: string[]) =>
      Object.keys(missingIn({ ...saved, ...entry }, fields, stored));
    assert.deepEqual(missing({}, ["token"]), []);
    assert.deepEqual(missing({}, []), ["credentials.token"]);
    assert.deepEqual(missing({ credentials: { token: null } }, ["token"]), ["credentials.token"]);
    assert.deepEqual(missing({ name: " ", address: "", settings: {} }, ["token"]), [
      "name",
      "address",
      "settings.server",
    ]);
  });

  it("words what the API found wrong", () => {
    const errors = [
      { path: "address", message: "Connected as Ventas" },
      { path: "settings.port", message: "Not of the right form" },
    ];
    const { faults, trouble } = refusalOf(new ApiProblem("conflict", 409, "", { errors }));
    assert.equal(trouble, "", "each is said beside its field");
    assert.match(faultWords(faults.address), /Ventas/);
    assert.notEqual(faultWords(faults["settings.port"]), faultWords("Required"));
    assert.equal(faultWords(undefined), "");
  });

  it("words a refusal that is about no field", () => {
    const { faults, trouble } = refusalOf(new ApiProblem("offline", 0, ""));
    assert.deepEqual(faults, {});
    assert.equal(trouble, problems.offline);
    assert.equal(refusalOf(new ApiProblem("invalid", 422, "")).trouble, words.incomplete);
    assert.throws(() => refusalOf(new TypeError("a fault of ours")), TypeError);
  });
});

describe("what is said of channels", () => {
  const usual = language();
  before(() => setLanguage("es"));
  after(() => setLanguage(usual));

  it("names the provider where it is another than the platform", () => {
    assert.equal(kindName({ provider: "twilio", platform: "sms" }), "SMS por Twilio");
    assert.equal(kindName({ provider: "telegram", platform: "telegram" }), "Telegram");
  });

  it("words what any provider's test may find, and takes a provider's own words for the rest", () => {
    const found = { level: "error", text: "" } as const;
    assert.match(findingWords({ ...found, code: "credentials" }), /no acepta las credenciales/);
    assert.match(findingWords({ ...found, level: "ok", code: "credentials" }), /funcionan/);
    const words = { es: "Está suspendida.", en: "It is suspended." };
    assert.equal(findingWords({ ...found, code: "suspended", words }), "Está suspendida.");
    assert.match(findingWords({ ...found, code: "somebody's" }), /informa un problema/);
  });

  it("tells why a letter is dead", () => {
    assert.equal(whyOf("A status of a message Hilo did not send"), letters.whyStatus);
    assert.equal(whyOf("The body could not be read"), letters.whyBody);
    assert.equal(whyOf("Anything else"), letters.whyOther);
  });
});
