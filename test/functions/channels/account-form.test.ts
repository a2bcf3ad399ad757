import assert from "node:assert/strict";
import { Platform } from "@hilo/schema";
import {
  checkedForm,
  type Entry,
  kindOf,
  normalForm,
} from "../../../functions/src/channels/account-form.ts";
import { AppError } from "../../../functions/src/platform/errors.ts";
import type { Field } from "../../../functions/src/providers/adapter.ts";
import { builtAdapters } from "../../../functions/src/providers/index.ts";

const sms = kindOf("twilio", "sms");
const sid = `AC${"7".repeat(32)}`;
const right: Entry = {
  address: "+56221234567",
  settings: {},
  credentials: { accountSid: sid, authToken: "the token" },
};

function faultsOf(entered: Entry): string[] {
  try {
    checkedForm(sms, entered);
  } catch (error) {
    assert.ok(error instanceof AppError && error.code === "invalid");
    return (error.details ?? []).map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

describe("an address as it is entered", () => {
  const phone: Pick<Field, "in" | "pattern"> = { in: "address", pattern: "\\+[1-9]\\d{6,14}" };
  const mail: Pick<Field, "in" | "pattern"> = { in: "address", pattern: "[^@\\s]+@[^@\\s]+" };
  const id: Pick<Field, "in" | "pattern"> = { in: "address", pattern: "\\d+" };
  const rows: [string, Pick<Field, "in" | "pattern">, string][] = [
    ["+56 2 2123-4567", phone, "+56221234567"],
    [" (+1) 555.010.0001 ", phone, "+15550100001"],
    ["0056221234567", phone, "+56221234567"],
    ["whatsapp:+56221234567", phone, "+56221234567"],
    ["Ventas@Hilo.TEST ", mail, "ventas@hilo.test"],
    ["1784 1400 0084 60056", id, "17841400008460056"],
    ["nothing of the kind", phone, "nothing of the kind"],
    ["mi tienda", { in: "address", pattern: "[a-z-]+" }, "mi tienda"],
    [" as it is ", { in: "address" }, "as it is"],
    ["Hola@Hilo.test", { in: "address" }, "hola@hilo.test"],
  ];
  for (const [text, field, form] of rows) {
    it(`${JSON.stringify(text)} is ${form}`, () => assert.equal(normalForm(text, field), form));
  }

  it("is touched in addresses only: a secret may hold anything", () => {
    assert.equal(normalForm(" A-b (c)@D ", { in: "credentials" }), "A-b (c)@D");
  });
});

describe("an account's entry", () => {
  it("is taken in its normal form, without what is empty", () => {
    const entered = {
      ...right,
      address: "+56 2 2123 4567",
      settings: { messagingServiceSid: " " },
      credentials: { ...right.credentials, apiKeySid: "" },
    };
    const { opened, ...entry } = checkedForm(sms, entered);
    assert.deepEqual(entry, right);
    assert.deepEqual(opened, right.credentials);
  });

  const rows: [string, Entry, string[]][] = [
    ["nothing is wrong", right, []],
    ["no address", { ...right, address: " " }, ["address: Required"]],
    ["no number", { ...right, address: "ventas" }, ["address: Not of the right form"]],
    [
      "half of the credentials",
      { ...right, credentials: { accountSid: sid } },
      ["credentials.authToken: Required"],
    ],
    [
      "two things at once, and one that nobody asked for",
      { address: "", settings: { colour: "red" }, credentials: { accountSid: "AC1" } },
      [
        "settings.colour: Unknown",
        "address: Required",
        "credentials.accountSid: Not of the right form",
        "credentials.authToken: Required",
      ],
    ],
    [
      "a pattern that only a part of it matches",
      { ...right, settings: { messagingServiceSid: `xMG${"0".repeat(32)}` } },
      ["settings.messagingServiceSid: Not of the right form"],
    ],
  ];
  for (const [row, entered, faults] of rows) {
    it(`is checked: ${row}`, () => assert.deepEqual(faultsOf(entered), faults));
  }

  it("is of a kind that is built", () => {
    assert.throws(() => kindOf("twilio", "x"), { code: "invalid" });
  });
});

const forms = builtAdapters().flatMap(({ provider, fields }) =>
  Platform.options.flatMap((platform) => {
    const form = fields[platform];
    return form ? [{ kind: `${platform} by ${provider}`, form }] : [];
  }),
);

/** What of a field cannot be shown, or not be entered. */
function faultsIn({
  name,
  label,
  help,
  pattern,
  preset,
  choices,
  choiceWords = {},
}: Field): string[] {
  const whole = new RegExp(`^(?:${pattern ?? ".*"})$`, "u");
  const faults = {
    name: /^[a-zA-Z][a-zA-Z0-9]*$/.test(name),
    words: [label, help ?? label].every(({ es, en }) => es && en),
    pattern: preset === undefined || whole.test(preset),
    worded: (choices ?? []).every((one) => one in choiceWords || ["", "on", "off"].includes(one)),
    choices: preset === undefined || !choices || choices.includes(preset),
  };
  return Object.entries(faults).flatMap(([fault, fine]) => (fine ? [] : [`${name}: ${fault}`]));
}

describe("the fields of every provider", () => {
  for (const { kind, form } of forms) {
    it(`${kind} can be shown and checked`, () => {
      const names = form.map((field) => `${field.in}.${field.name}`);
      assert.deepEqual(names, [...new Set(names)], "each name once");
      assert.deepEqual(form.flatMap(faultsIn), []);
      assert.equal(form.filter((field) => field.in === "address").length, 1, "one address");
    });
  }
});
