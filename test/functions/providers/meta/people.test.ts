import { deepEqual, equal } from "node:assert/strict";
import { keyOf } from "@hilo/schema";
import { bodyOf, change, fromMarta, messageIn, read } from "./samples.ts";

const text = { type: "text", text: { body: "hola" } };
const named = (people: object) => messageIn(fromMarta(text, people)).sender;

describe("who writes on WhatsApp", () => {
  it("goes by the user id, and by the phone as a name that may change", () => {
    const sender = named({});
    deepEqual(sender, {
      address: "+56987654321",
      phone: "+56987654321",
      userId: "CL.777",
      name: "Marta Rojas",
    });
    equal(keyOf(sender), "CL.777");
  });

  it("is never dropped for having no phone: the answer goes to the user id", () => {
    const { sender } = messageIn(bodyOf("whatsapp", "text_bsuid_only"));
    deepEqual(sender, {
      address: "BR.13491208655302741918",
      userId: "BR.13491208655302741918",
      name: "Ana Souza",
      username: "ana.souza",
      country: "BR",
    });
  });

  it("is described by who they are, not by their place in the list", () => {
    equal(named({ from: "56900000000", from_user_id: "CL.9" }).name, "Otra Persona");
    equal(named({ from: undefined, from_user_id: "CL.777" }).name, "Marta Rojas");
    equal(named({ from: "56955555555", from_user_id: "CL.5" }).name, undefined);
  });

  it("has a phone when only the description tells it", () => {
    const { phone, address } = named({ from: undefined });
    deepEqual([phone, address], ["+56987654321", "+56987654321"]);
  });

  it("is who they were before user ids came", () => {
    const { sender } = messageIn(bodyOf("whatsapp", "text_pre_bsuid"));
    deepEqual([sender.address, sender.userId], ["+5511900000001", undefined]);
  });

  it("is nobody we could keep without any name", () => {
    const nobody = { from: undefined, from_user_id: undefined };
    equal(read(fromMarta(text, nobody))[0]?.type, "unsupported");
  });

  it("may bear a very long name, which is cut between characters", () => {
    const contacts = [{ profile: { name: "🦙".repeat(300) }, wa_id: "56912345678" }];
    const messages = [{ id: "w", from: "56912345678", ...text }];
    equal(messageIn(change({ contacts, messages })).sender.name, "🦙".repeat(100));
  });

  it("writes in a group under the group's address", () => {
    const event = messageIn(fromMarta({ ...text, group_id: "Y2FwaV9ncm91" }));
    deepEqual([event.sender.address, event.writer], ["Y2FwaV9ncm91", "Marta Rojas"]);
  });
});

describe("who goes by another name from now on", () => {
  const system = (told: object, people: object = {}) =>
    read(fromMarta({ type: "system", system: told }, people))[0];

  it("has another phone", () => {
    const event = system({ type: "user_changed_number", wa_id: "56911110000", body: "…" });
    deepEqual(event, {
      type: "identity",
      account: "4440001",
      externalId: "wamid.M1",
      at: 1_800_000_000_000,
      was: "+56987654321",
      sender: { address: "+56911110000", phone: "+56911110000" },
    });
  });

  const told: [version: string, system: object, from: string][] = [
    ["an older version's", { new_wa_id: "56911110000" }, "56987654321"],
    ["both words", { wa_id: "56911110000", new_wa_id: "56911110000" }, "56987654321"],
    ["a number, not a text", { new_wa_id: 56911110000 }, "56987654321"],
    ["under the new number", { wa_id: "56911110000", customer: "56987654321" }, "56911110000"],
    [
      "in an older version under the new number",
      { new_wa_id: "56911110000", customer: "56987654321" },
      "56911110000",
    ],
  ];
  for (const [version, names, from] of told) {
    it(`has another phone, told in ${version}`, () => {
      const event = system(
        { type: "user_changed_number", ...names },
        { from, from_user_id: undefined },
      );
      deepEqual(event?.type === "identity" && [event.was, event.sender], [
        "+56987654321",
        { address: "+56911110000", phone: "+56911110000" },
      ]);
    });
  }

  it("has another user id, even without a phone", () => {
    const event = system({ type: "user_changed_user_id", user_id: "CL.888" }, { from: undefined });
    deepEqual(event?.type === "identity" && [event.was, event.sender], [
      "CL.777",
      { address: "CL.888", userId: "CL.888", country: "CL" },
    ]);
  });

  it("is the same when only the security code changed", () => {
    equal(system({ type: "customer_identity_changed" })?.type, "ignored");
  });

  it("is kept for somebody to look at when nothing tells the new name", () => {
    equal(system({ type: "user_changed_number" })?.type, "unsupported");
    equal(system({ type: "something_else", wa_id: "56911110000" })?.type, "unsupported");
  });
});
