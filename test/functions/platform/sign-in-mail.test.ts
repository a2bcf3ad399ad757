import assert from "node:assert/strict";
import type { IncomingHttpHeaders } from "node:http";
import { mailSignInLink } from "../../../functions/src/platform/sign-in-mail.ts";
import { during } from "../../support/during.ts";
import { listen } from "../../support/listen.ts";

describe("a mail with a link to sign in", () => {
  const asked: IncomingHttpHeaders[] = [];
  const authentication = during(() =>
    listen((request, response) => {
      asked.push(request.headers);
      request.resume().once("end", () => response.end("{}"));
    }),
  );
  const { FIREBASE_AUTH_EMULATOR_HOST: emulator, GOOGLE_CLOUD_QUOTA_PROJECT: quota } = process.env;
  const restore = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  beforeEach(() => {
    process.env.FIREBASE_AUTH_EMULATOR_HOST = new URL(authentication.url).host;
  });
  afterEach(() => {
    restore("FIREBASE_AUTH_EMULATOR_HOST", emulator);
    restore("GOOGLE_CLOUD_QUOTA_PROJECT", quota);
  });

  const letter = {
    email: "ana@hilo.test",
    continueUrl: "https://hilo.test/accept",
    language: "es",
  } as const;

  // https://cloud.google.com/docs/quotas/set-quota-project
  it("is counted for a project where a person asks for it, and not where the functions do", async () => {
    delete process.env.GOOGLE_CLOUD_QUOTA_PROJECT;
    await mailSignInLink(letter);
    process.env.GOOGLE_CLOUD_QUOTA_PROJECT = "a-project";
    await mailSignInLink(letter);
    assert.deepEqual(
      asked.map((headers) => headers["x-goog-user-project"]),
      [undefined, "a-project"],
    );
  });
});
