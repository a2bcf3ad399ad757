import assert from "node:assert/strict";
import express from "express";
import { signInMails } from "../../../simulator/src/control/sign-in-mails.ts";
import { during } from "../../support/during.ts";
import { listen } from "../../support/listen.ts";

describe("the mails of the sign-in emulator", () => {
  let oobCodes: object[] | undefined;
  const house = during(async () => {
    const app = express();
    app.get("/config.json", (_request, response) => {
      const auth = house.url;
      response.json({ firebase: { projectId: "demo-hilo" }, emulators: { auth } });
    });
    app.get("/emulator/v1/projects/demo-hilo/oobCodes", (_request, response) => {
      response.json({ oobCodes });
    });
    return listen(app);
  });
  const simulator = during(() => {
    const settings = { target: house.url, retries: 0, retryPause: 0, timeout: 0, review: 0 };
    return listen(express().use(signInMails({ settings })));
  });

  const listed = async () => (await fetch(`${simulator.url}/sign-in-mails`)).json();

  it("are shown with their links, the newest first", async () => {
    oobCodes = [
      { email: "a@hilo.test", requestType: "EMAIL_SIGNIN", oobLink: "http://auth.test/1" },
      { email: "b@hilo.test", requestType: "PASSWORD_RESET", oobLink: "http://auth.test/2" },
    ];
    assert.deepEqual(await listed(), [
      { email: "b@hilo.test", kind: "PASSWORD_RESET", link: "http://auth.test/2" },
      { email: "a@hilo.test", kind: "EMAIL_SIGNIN", link: "http://auth.test/1" },
    ]);
  });

  it("are none where none was sent", async () => {
    oobCodes = undefined;
    assert.deepEqual(await listed(), []);
  });
});
