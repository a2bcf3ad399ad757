import assert from "node:assert/strict";
import { ApiProblem } from "../../../../console/src/data/api.ts";
import { troubleOf } from "../../../../console/src/pages/sign-in/accept-trouble.ts";
import { t } from "../../../../console/src/text/accept.ts";
import { problems } from "../../../../console/src/text/problems.ts";

const told = (code: ApiProblem["code"]) => new ApiProblem(code, 400, "");
const firebase = (code: string) => Object.assign(new Error(code), { code });

describe("what stands in the way of accepting an invitation", () => {
  const rows: [is: string, error: unknown, trouble: string][] = [
    ["a sign-in of too long ago", told("notRecent"), "recent"],
    ["another mailbox than the invited", told("otherMailbox"), "invitedOther"],
    ["a member who was disabled", told("notAllowed"), "disabled"],
    ["a disabled account", firebase("auth/user-disabled"), "disabled"],
    ["an invitation that was withdrawn", told("withdrawn"), "withdrawn"],
    ["an invitation that expired", told("gone"), "expired"],
    ["no invitation", told("notFound"), "notFound"],
    ["an account that proves nothing", told("unproved"), "again"],
    ["a session that has ended", told("sessionEnded"), "ended"],
    ["a session that is none", told("notSignedIn"), "ended"],
    ["a session that Firebase has ended", firebase("auth/user-token-expired"), "ended"],
    ["the mails of a day used up", told("tooMany"), "tooMany"],
    ["too many tries", firebase("auth/too-many-requests"), "tooMany"],
    ["a link that was used", firebase("auth/invalid-action-code"), "usedLink"],
    ["no network", told("offline"), "offline"],
    ["our own fault", told("internal"), "trouble"],
    ["anything else", new Error("?"), "trouble"],
  ];
  for (const [is, error, trouble] of rows)
    it(`is told by its own sentence: ${is}`, () => {
      const found = troubleOf(error);
      assert.equal(found, trouble);
      assert.ok(found === "offline" ? problems.offline : t[found]);
    });

  it("has as many sentences as there are kinds", () => {
    const kinds = new Set(rows.map(([, , trouble]) => trouble).filter((one) => one !== "offline"));
    const said = [...kinds].map((kind) => t[kind as "recent"]);
    assert.equal(new Set(said).size, kinds.size);
  });
});
