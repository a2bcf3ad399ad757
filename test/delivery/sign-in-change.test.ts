import assert from "node:assert/strict";
import type { Role } from "@hilo/schema";
import { createApi } from "../../functions/src/api.ts";
import { accounts } from "../../functions/src/platform/accounts.ts";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { believedMs } from "../../functions/src/platform/sessions.ts";
import { forgetSignIns } from "../../functions/src/users/sign-ins.ts";
import { signInAt } from "../../functions/src/users/store.ts";
import { closedPort } from "../support/closed-port.ts";
import { during } from "../support/during.ts";
import { listen } from "../support/listen.ts";
import {
  changeOwnAccount,
  choosePassword,
  forgetPassword,
  freshWorkspace,
  makeMember,
  type Person,
  signIn,
  signInEarlier,
} from "../support/people.ts";
import "./addresses.ts";
import { ChatOffice, startMailboxes } from "./chat-mails.ts";

const password = "another-password-1";

describe("a change of how somebody signs in", () => {
  const mailboxes = during(startMailboxes);
  const api = during(() => listen(createApi()));
  let house: ChatOffice;
  let office: string;
  let offset = 0;

  before(() => setClock(() => Date.now() + offset));
  after(() => setClock());
  beforeEach(async () => {
    mailboxes.world.reset();
    offset = 0;
    house = await ChatOffice.open(mailboxes.port);
    office = house.workspaceId;
  });

  /** What a member is asked about; every instance forgets what it believed. */
  async function asked(token: string) {
    offset += believedMs + 1;
    const answer = await fetch(`${api.url}/api/v1/members/me/sign-in`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const json = (await answer.json()) as { changed?: { what: string; at: number } | null };
    return { status: answer.status, changed: json.changed };
  }

  /** Somebody who works here since an hour, and is known. */
  async function known(workspaceId = office, role: Role = "agent"): Promise<[Person, string]> {
    const person = await makeMember(workspaceId, role);
    const token = await signInEarlier(person);
    assert.deepEqual(await asked(token), { status: 200, changed: null });
    return [person, token];
  }

  async function resetPassword({ email }: Person): Promise<void> {
    await choosePassword(await forgetPassword(email), password);
  }

  const mailsTo = ({ email }: Person) => mailboxes.of(email).map(({ subject }) => subject);

  it("is told to its owner by mail and in the console, once, and ends the other sessions", async () => {
    const [person, before] = await known();
    await resetPassword(person);
    assert.equal((await asked(before)).status, 401);
    assert.deepEqual(mailsTo(person), []);
    const token = await signIn({ ...person, password });
    const { changed } = await asked(token);
    assert.equal(changed?.what, "password");
    const { tokensValidAfterTime } = await (await accounts()).getUser(person.uid);
    assert.equal(changed.at, Date.parse(tokensValidAfterTime ?? ""));
    assert.deepEqual(mailsTo(person), ["Tu contraseña de Hilo cambió"]);
    assert.match(mailboxes.of(person.email)[0]?.text ?? "", /Si no fuiste tú/);
    forgetSignIns();
    assert.deepEqual((await asked(token)).changed, changed);
    assert.equal(mailsTo(person).length, 1);
  });

  it("is told at the former mailbox, where that was changed", async () => {
    const [person] = await known();
    const email = `${newId()}@hilo.test`;
    await changeOwnAccount(await signIn(person), { email });
    const { changed } = await asked(await signIn({ ...person, email }));
    assert.equal(changed?.what, "mailbox");
    assert.deepEqual(mailsTo(person), ["El correo con el que entras a Hilo cambió"]);
    assert.deepEqual(mailsTo({ ...person, email }), []);
  });

  it("is told, too, where it was set through us by who has a console open", async () => {
    const [person] = await known();
    const answer = await fetch(`${api.url}/api/v1/accounts/password`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await signIn(person)}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ password }),
    });
    assert.equal(answer.status, 200);
    assert.equal((await asked(await signIn({ ...person, password }))).changed?.what, "password");
    assert.equal(mailsTo(person).length, 1);
  });

  it("is not what an administrator does who ends somebody's sessions", async () => {
    const [person, token] = await known();
    const [, admin] = await known(office, "admin");
    const answer = await fetch(`${api.url}/api/v1/members/${person.uid}/sign-out`, {
      method: "POST",
      headers: { authorization: `Bearer ${admin}` },
    });
    assert.equal(answer.status, 200);
    assert.equal((await asked(token)).status, 401);
    assert.deepEqual(await asked(await signIn(person)), { status: 200, changed: null });
    assert.deepEqual(mailsTo(person), []);
  });

  it("is told in the console alone, where there is no mailbox", async () => {
    const [person] = await known(freshWorkspace());
    await resetPassword(person);
    assert.equal((await asked(await signIn({ ...person, password }))).changed?.what, "password");
    assert.deepEqual(mailsTo(person), []);
  });

  it("is mailed when a session is next checked, where the mail could not go out", async () => {
    const [person] = await known();
    await resetPassword(person);
    const closed = await closedPort();
    const { port } = new URL(closed.url);
    const server = { smtpHost: "127.0.0.1", smtpPort: String(mailboxes.port) };
    await house.change("email", { settings: { ...server, smtpPort: port } });
    const token = await signIn({ ...person, password });
    assert.equal((await asked(token)).changed?.what, "password");
    assert.deepEqual(mailsTo(person), []);
    closed.close();
    await house.change("email", { settings: server });
    await asked(token);
    assert.equal(mailsTo(person).length, 1);
  });

  it("is asked about for 30 days, and never of somebody who was not known before", async () => {
    const [person] = await known();
    await resetPassword(person);
    const token = await signIn({ ...person, password });
    assert.ok((await asked(token)).changed);
    const old = Date.now() - 31 * 24 * 60 * 60 * 1000;
    await signInAt(person.uid).update({ "changed.at": old });
    assert.equal((await asked(token)).changed, null);
  });
});
