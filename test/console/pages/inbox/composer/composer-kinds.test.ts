import assert from "node:assert/strict";
import { admission } from "../../../../../console/src/pages/inbox/composer/blocked/blocked.ts";
import { coordinatesIn } from "../../../../../console/src/pages/inbox/composer/extras/coordinates.ts";
import {
  type OptionsDraft,
  optionsOf,
  troubleWith,
} from "../../../../../console/src/pages/inbox/composer/extras/options-draft.ts";
import { lengthOf } from "../../../../../console/src/pages/inbox/composer/writing/as-messages.ts";
import { language, setLanguage } from "../../../../../console/src/text/language.ts";
import { nameOf } from "../../../../../console/src/text/who.ts";
import { capabilities as meta } from "../../../../../functions/src/providers/meta/capabilities.ts";

const { whatsapp, messenger, instagram } = meta;
assert.ok(whatsapp && messenger && instagram);

const now = 1_800_000_000_000;
const hour = 3_600_000;
const day = 24 * hour;

describe("the length of a text", () => {
  it("is counted in bytes where the channel does so", () => {
    assert.equal(lengthOf("año 👍", instagram), 9);
    assert.equal(lengthOf("año 👍", whatsapp), 6);
  });
});

describe("an answer after the reply window", () => {
  const conversation = { optedOut: false, replyUntil: now - hour, lastInboundAt: now - 2 * day };
  const channel = { enabled: true, capabilities: instagram, humanAgent: true };

  it("may be a person's for seven days after the last message", () => {
    assert.deepEqual(admission(conversation, channel, now), { lateUntil: now + 5 * day });
  });

  const rows: [what: string, change: object, channelChange: object, blocked: string][] = [
    ["not where the account may not", {}, { humanAgent: false }, "closed"],
    ["not after those days", { lastInboundAt: now - 7 * day }, {}, "closed"],
    ["not to somebody who never wrote", { lastInboundAt: null }, {}, "neverOpened"],
    ["not to somebody who asked for none", { optedOut: true }, {}, "optedOut"],
    ["not on WhatsApp", {}, { capabilities: whatsapp }, "closed"],
    [
      "not where calls are only told of",
      {},
      { capabilities: { ...whatsapp, readOnly: true } },
      "readOnly",
    ],
  ];
  for (const [what, change, channelChange, blocked] of rows) {
    it(what, () => {
      const admitted = admission(
        { ...conversation, ...change },
        { ...channel, ...channelChange },
        now,
      );
      assert.deepEqual(admitted, { blocked });
    });
  }
});

describe("buttons and lists", () => {
  const draft: OptionsDraft = {
    kind: "buttons",
    text: "¿Cuál prefieres?",
    opener: "Ver",
    rows: [
      { title: " Chico ", description: "" },
      { title: "", description: "" },
      { title: "Grande", description: "Con todo" },
    ],
  };

  it("leave out what is empty", () => {
    assert.deepEqual(optionsOf(draft), {
      buttons: [
        { id: "option-1", title: "Chico" },
        { id: "option-2", title: "Grande" },
      ],
    });
    assert.deepEqual(optionsOf({ ...draft, kind: "list" }).list?.rows[1], {
      id: "option-2",
      title: "Grande",
      description: "Con todo",
    });
  });

  const rows: [trouble: string | undefined, change: Partial<OptionsDraft>][] = [
    [undefined, {}],
    ["text", { text: " " }],
    ["none", { rows: [] }],
    [
      "twice",
      {
        rows: [
          { title: "Sí", description: "" },
          { title: "Sí ", description: "" },
        ],
      },
    ],
    ["long", { rows: [{ title: "x".repeat(21), description: "" }] }],
    ["long", { rows: ["a", "b", "c", "d"].map((title) => ({ title, description: "" })) }],
    ["opener", { kind: "list", opener: "" }],
  ];
  for (const [trouble, change] of rows) {
    it(`${trouble ? `are refused for ${trouble}` : "go out"}: ${JSON.stringify(change).slice(0, 50)}`, () => {
      assert.equal(troubleWith({ ...draft, ...change }, whatsapp), trouble);
    });
  }
});

describe("coordinates", () => {
  const rows: [written: string, found: [number, number] | undefined][] = [
    ["-33.4372, -70.6506", [-33.4372, -70.6506]],
    ["-33.4372 -70.6506", [-33.4372, -70.6506]],
    ["https://www.google.com/maps/@-33.4372,-70.6506,17z", [-33.4372, -70.6506]],
    ["https://maps.google.com/?q=-33.4372,-70.6506", [-33.4372, -70.6506]],
    ["https://www.openstreetmap.org/?mlat=-33.4372&mlon=-70.6506#map=17/1/2", [-33.4372, -70.6506]],
    ["https://goo.gl/maps/x12 34", undefined],
    ["95, 10", undefined],
    ["Calle 12", undefined],
  ];
  for (const [written, found] of rows) {
    it(`in ${written}`, () => {
      const at = coordinatesIn(written);
      assert.deepEqual(at && [at.latitude, at.longitude], found);
    });
  }
});

describe("what a person is called", () => {
  const usual = language();
  before(() => setLanguage("es"));
  after(() => setLanguage(usual));
  type Named = Parameters<typeof nameOf>[0];
  const rows: [name: string, platform: Named["platform"], address: string, shown: string][] = [
    ["Rocío Núñez", "whatsapp", "+56981234567", "Rocío Núñez"],
    ["+56981234567", "whatsapp", "+56981234567", "+56 9 8123 4567"],
    ["CL.13491208655302741918", "whatsapp", "CL.13491208655302741918", "Usuario de WhatsApp"],
    ["17841400008460056", "instagram", "17841400008460056", "Usuario de Instagram"],
    ["7263510982", "messenger", "7263510982", "Usuario de Messenger"],
    ["-1001234567890", "telegram", "-1001234567890", "Grupo de Telegram"],
    ["rocio.nunez", "instagram", "17841400008460056", "rocio.nunez"],
    ["b3Kq9dYtR2mN5pX7wZ1cV4fG", "webchat", "b3Kq9dYtR2mN5pX7wZ1cV4fG", "Visitante web"],
    ["ana@correo.cl", "email", "ana@correo.cl", "ana@correo.cl"],
    ["", "x", "1234567890", "Usuario de X"],
    ["\u3164", "telegram", "1234567890", "Usuario de Telegram"],
    ["\u200b\u2060 ", "whatsapp", "+56981234567", "Usuario de WhatsApp"],
    ["Ana \u202egpj.exe", "messenger", "7263510982", "Ana gpj.exe"],
    ["محمد علي", "whatsapp", "+56981234567", "محمد علي"],
  ];
  for (const [name, platform, address, shown] of rows) {
    it(`${platform}: ${name || "nothing"} as ${shown}`, () => {
      assert.equal(nameOf({ contact: { name }, platform, address }), shown);
    });
  }
});
