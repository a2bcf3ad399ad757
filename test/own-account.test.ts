import { deepEqual, equal } from "node:assert/strict";
import { ownAccount } from "./support/own-account.ts";
import { sources } from "./support/sources.ts";

describe("the account of who is signed in", () => {
  it("is changed by the API alone, and its token renewed in one place", () => {
    deepEqual(ownAccount(sources("{console,widget,bricks,simulator}/src/**/*.ts")), []);
  });

  const broken = [
    'import { updateProfile } from "firebase/auth";',
    "await auth.updateEmail(user, email);",
    'import * as auth from "firebase/auth";\nauth.updatePassword(user, "x");',
    "await user.verifyBeforeUpdateEmail(email);",
    "await getIdToken(auth.currentUser, true);",
    "await getIdToken(user, anew);",
    "await user.getIdToken(true);",
    "await getIdTokenResult(user, true);",
    "await user.getIdToken(/* forced */ true);",
  ];
  for (const text of broken) {
    it(`is not left alone by ${text}`, () => {
      equal(ownAccount([{ path: "console/src/data/other.ts", text }]).length, 1);
    });
  }

  const fine = ["await user.getIdToken();", "await getIdToken(user, false);", "getIdToken(user)"];
  for (const text of fine) {
    it(`is left alone by ${text}`, () => {
      deepEqual(ownAccount([{ path: "console/src/data/other.ts", text }]), []);
    });
  }
});
