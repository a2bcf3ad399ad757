import { equal } from "node:assert/strict";
import { timesMoved, withMove } from "../../../functions/src/channels/moves.ts";
import { nameAt, namesOf, personIdOf } from "../../../functions/src/contacts/names.ts";
import { hash } from "../../../functions/src/platform/crypto.ts";

const phone = "+525512345678";
const channelId = "whatsapp";
const connectionWith = (moves: string) => ({
  channelId,
  channel: { settings: moves ? { moves } : ({} as Record<string, string>) },
});

describe("a phone that changes hands", () => {
  const twice = [10_000, 20_000].reduce(
    (moves, at) => withMove(channelId, moves, { phone, at }),
    withMove(channelId, "", { phone: "+56911110001", at: 5_000 }),
  );

  for (const [at, times] of [
    [0, 0],
    [10_000, 0],
    [10_001, 1],
    [20_000, 1],
    [20_001, 2],
  ] as const)
    it(`is in its holder's number ${times} at ${at}`, () => {
      const connection = connectionWith(twice);
      equal(timesMoved(connection, phone, at), times);
      const name = times === 0 ? phone : `${phone}\n${times}`;
      equal(nameAt({ connection, at }, "+5215512345678"), name);
      const sender = { address: "+5215512345678" };
      const id = times === 0 ? hash(channelId, phone) : hash(channelId, phone, String(times));
      equal(personIdOf({ connection, at }, sender), id);
    });

  it("is noted once, and without its digits", () => {
    equal(withMove(channelId, twice, { phone, at: 10_000 }), twice);
    equal(twice.split(" ").length, 3);
    equal(twice.includes("5512345678"), false);
  });

  it("has never done so on a channel that knows of none", () => {
    equal(timesMoved(connectionWith(""), phone, Date.now()), 0);
  });

  it("is no name of whoever merely shows it, and the last one of whoever has a user id", () => {
    const hearing = { connection: connectionWith(""), at: 0 };
    const named = (sender: Parameters<typeof namesOf>[1]) => namesOf(hearing, sender).join();
    equal(named({ address: "71", phone }), "71");
    equal(named({ address: phone, phone, userId: "MX.1" }), `MX.1,${phone}`);
    equal(named({ address: "MX.1", userId: "MX.1", phone: "+5215512345678" }), `MX.1,${phone}`);
  });
});
