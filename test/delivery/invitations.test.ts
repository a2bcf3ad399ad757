import assert from "node:assert/strict";
import type { Doer } from "../../functions/src/audit/audit.ts";
import { accounts } from "../../functions/src/platform/accounts.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { AppError } from "../../functions/src/platform/errors.ts";
import { inviteMember } from "../../functions/src/users/invite.ts";
import { findMember } from "../../functions/src/users/store.ts";

describe("invitations of one person at once", () => {
  const workspaceId = `w-${newId()}`;
  const doer: Doer = {
    type: "member",
    id: "admin",
    name: "Admin",
    workspaceId,
    requestId: "r",
    ip: "127.0.0.1",
  };

  /** Whether the invitation was made; a refusal must be one that a person can act on. */
  async function invited(email: string): Promise<boolean> {
    const invitation = { email, name: "Ana", role: "agent", language: "es" } as const;
    try {
      await inviteMember(doer, invitation);
      return true;
    } catch (error) {
      assert.ok(error instanceof AppError && error.code === "conflict", String(error));
      return false;
    }
  }

  it("are made or refused, and the next one mends what they left", async () => {
    for (let round = 0; round < 12; round += 1) {
      const email = `${newId()}@hilo.test`;
      await Promise.all(Array.from({ length: 8 }, () => invited(email)));
      assert.equal(await invited(email), true);
      const account = await (await accounts()).getUserByEmail(email);
      assert.equal(account.customClaims, undefined);
      assert.equal((await findMember(workspaceId, account.uid))?.email, email);
    }
  });
});
