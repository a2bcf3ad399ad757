import { deepEqual, equal, match, notEqual, throws } from "node:assert/strict";
import { forgetConfig } from "../../../functions/src/platform/config.ts";
import { hash, isSigned, open, seal, signLink } from "../../../functions/src/platform/crypto.ts";

describe("an id derived from what names a thing", () => {
  it("is twenty letters and digits, the same for the same names, and another for others", () => {
    const id = hash("twilio-whatsapp", "SM1");
    match(id, /^[a-z2-7]{20}$/);
    // As ids are kept by now, which nothing may change.
    equal(id, "7qyspghjlbejdhk3xwjo");
    equal(hash("twilio-whatsapp", "SM1"), id);
    notEqual(hash("twilio-whatsapp", "SM2"), id);
    notEqual(hash("twilio-whatsappS", "M1"), id);
  });
});

describe("the house's key", () => {
  const own = process.env.HILO_KEY ?? "";
  const second = Buffer.alloc(32, 2).toString("base64");
  const third = Buffer.alloc(32, 3).toString("base64");

  /** What a function gives while these keys are held. */
  function holding<T>(keys: string, run: () => T): T {
    process.env.HILO_KEY = keys;
    forgetConfig();
    try {
      return run();
    } finally {
      process.env.HILO_KEY = own;
      forgetConfig();
    }
  }

  it("is named by its number in what it seals", () => {
    match(seal({ a: 1 }, "demo/one"), /^1\.[\w+/=]+$/);
    match(
      holding(`2:${second},1:${own}`, () => seal({ a: 1 }, "demo/one")),
      /^2\./,
    );
  });

  it("opens what it sealed, also before keys had numbers and beside a newer one", () => {
    const sealed = seal({ a: 1 }, "demo/one");
    for (const text of [sealed, sealed.slice(2)]) {
      deepEqual(open(text, "demo/one"), { a: 1 });
      deepEqual(
        holding(`2:${second},1:${own}`, () => open(text, "demo/one")),
        { a: 1 },
      );
      throws(() => holding(`2:${second}`, () => open(text, "demo/one")), /Key 1/);
    }
  });

  it("opens nothing of another place, nothing that was changed, nothing under another's number", () => {
    const sealed = seal({ a: 1 }, "demo/one");
    throws(() => open(sealed, "demo/two"));
    throws(() => open(`${sealed.slice(0, -6)}AAAAA=`, "demo/one"));
    throws(() => holding(`2:${second},1:${own}`, () => open(`2${sealed.slice(1)}`, "demo/one")));
  });

  it("stands for the links it signed until it is held no more", () => {
    const link = signLink("a file");
    equal(isSigned("a file", link), true);
    equal(isSigned("another", link), false);
    holding(`2:${second},1:${own}`, () => {
      notEqual(signLink("a file"), link);
      deepEqual([isSigned("a file", link), isSigned("a file", signLink("a file"))], [true, true]);
    });
    equal(
      holding(`3:${third},2:${second}`, () => isSigned("a file", link)),
      false,
    );
  });

  const wrong = ["", "short", `${own},${second}`, `0:${own}`, `3:${third},2:${second},1:${own}`];
  for (const keys of wrong) {
    it(`is refused as ${JSON.stringify(keys.replaceAll(/[\w+/]{40,}=*/g, "…"))}`, () => {
      throws(() => holding(keys, () => signLink("a file")), /HILO_KEY/);
    });
  }
});
