import assert from "node:assert/strict";
import type { Behaviour } from "@hilo/simulator";
import { personOf } from "../../../../functions/src/webchat/identity.ts";
import { channelTable } from "../../../../scripts/seed/channel-table.ts";
import { abilities } from "../../../../simulator/src/page/data/abilities.ts";
import { listen } from "../../../support/listen.ts";
import { eventually } from "../../../support/wait.ts";
import { type StandingPair, standingPair } from "../../support/standing-pair.ts";

const posts = "/webhooks/webchat/demo/webchat";
const uploads = "/api/v1/webchat/demo/webchat/files";
const message = JSON.stringify({ type: "message", id: "m1", text: "Hola", files: [] });
const receipt = JSON.stringify({ type: "read", upTo: 1 });

describe("The web chat in the simulator", () => {
  /** Where the house says that its emulators are. */
  let emulators = "";
  const pair: StandingPair = standingPair({
    reply: ({ path }) => {
      const { host } = new URL(emulators);
      const config = { firebase: {}, emulators: { auth: emulators, firestore: host } };
      const links = { links: { f1: `${pair.target}/files/demo/f1?signature=s` } };
      return JSON.stringify(path === "/config.json" ? config : links);
    },
  });
  pair.stand();
  beforeEach(() => {
    emulators = pair.target;
  });

  /** Where a visitor's site is. */
  async function visit(person: string): Promise<string> {
    const { url, status } = await fetch(`${pair.simulator.url}/webchat/visits/${person}`);
    assert.equal(status, 200);
    return new URL(url).origin;
  }
  const send = (site: string, path = posts, body = message) =>
    fetch(`${site}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer t" },
      body,
    });
  const behave = (behaviour: Behaviour) =>
    pair.simulator.control.behave({ scope: "next", behaviour });
  const brought = () => pair.calls.map(({ path }) => path);

  it("gives each visitor an address of their own, which they keep", async () => {
    const [one, two] = [await visit("visitante-1"), await visit("visitante-2")];
    assert.notEqual(one, two);
    assert.equal(await visit("visitante-1"), one);
    assert.notEqual(one, pair.simulator.url);
  });

  it("knows nobody but its own visitors", async () => {
    const { status } = await fetch(`${pair.simulator.url}/webchat/visits/nobody`);
    assert.equal(status, 404);
  });

  it("carries the tag of the seed's chat, in the page's language", async () => {
    const { url } = await fetch(`${pair.simulator.url}/webchat/visits/visitante-1?language=en`);
    const site = await (await fetch(url)).text();
    assert.match(site, /<html lang="en">/);
    assert.ok(site.includes(`data-site-key="${channelTable.webchat.address}"`), site);
    assert.match(
      site,
      /src="\/widget\/widget\.js"\s+data-workspace="demo"\s+data-channel="webchat"/,
    );
  });

  it("vouches for a customer of the site, and for nobody else", async () => {
    const script = async (person: string) => (await fetch(`${await visit(person)}/site.js`)).text();
    const { identitySecret } = channelTable.webchat.credentials;
    const [, identity = ""] = /identify\("([\w.-]+)"\)/.exec(await script("cliente-204")) ?? [];
    const person = await personOf({ identity }, "u1", {
      channelId: "webchat",
      credentials: { identitySecret },
    });
    const known = { name: "Camila Rojas", email: "camila.rojas@ejemplo.cl" };
    assert.deepEqual(person, { address: "user:cliente-204", ...known, proven: ["name", "email"] });
    assert.ok((await script("visitante-1")).includes("identify(null)"));
  });

  it("puts itself in the place of the house and of its emulators", async () => {
    const site = await visit("visitante-1");
    const { emulators } = await (await fetch(`${site}/config.json`)).json();
    assert.deepEqual(emulators, { auth: site, firestore: new URL(site).host });
    const { links } = await (await fetch(`${site}${uploads}/links?messages=m1`)).json();
    assert.equal(links.f1, `${site}/files/demo/f1?signature=s`);
    await fetch(`${site}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=k`, {
      method: "POST",
    });
    await fetch(`${site}/google.firestore.v1.Firestore/Listen/channel?a=b`);
    await fetch(links.f1);
    assert.deepEqual(brought().slice(2), [
      "/identitytoolkit.googleapis.com/v1/accounts:signUp?key=k",
      "/google.firestore.v1.Firestore/Listen/channel?a=b",
      "/files/demo/f1?signature=s",
    ]);
  });

  it("leads nowhere else in the house", async () => {
    const site = await visit("visitante-1");
    const { status } = await fetch(`${site}/api/v1/conversations`);
    assert.deepEqual([status, brought()], [404, []]);
  });

  it("brings what a visitor sends, whole, and logs it", async () => {
    assert.equal((await send(await visit("visitante-1"))).status, 200);
    const [call] = pair.calls;
    assert.deepEqual(
      [call?.path, call?.raw.toString(), call?.headers.authorization],
      [posts, message, "Bearer t"],
    );
    const { exchanges } = await (await fetch(`${pair.simulator.url}/control/threads`)).json();
    const { direction, path, status, note } = exchanges.at(-1);
    assert.deepEqual([direction, path, status, note], ["out", posts, 200, "Visitante 1"]);
  });

  for (const [code, status, name] of [
    ["413", 413, "tooLarge"],
    ["415", 415, "wrongType"],
    ["429", 429, "tooMany"],
    ["403", 403, "notAllowed"],
  ] as const) {
    it(`refuses the next file with ${code}, and only that`, async () => {
      const site = await visit("visitante-1");
      behave({ failure: { code, at: "call" } });
      const refused = await send(site, uploads, "bytes");
      const { code: told } = await refused.json();
      assert.deepEqual([refused.status, told, brought()], [status, name, []]);
      assert.equal((await send(site)).status, 200);
    });
  }

  it("offers those refusals on the page, and only those", async () => {
    const { failures } = await (await fetch(`${pair.simulator.url}/control/threads`)).json();
    const ours = failures.filter(({ provider }: { provider: string }) => provider === "webchat");
    const codes = ours.map(({ code }: { code: string }) => code);
    assert.deepEqual(codes, ["403", "413", "415", "429"]);
    const { site, reports, reads, window } = abilities.webchat;
    assert.deepEqual([site, reports, reads, window], [true, undefined, undefined, undefined]);
  });

  it("leaves a switch for what is sent, not for receipts and sessions", async () => {
    const site = await visit("visitante-1");
    behave({ call: "error" });
    assert.equal((await send(site, posts, receipt)).status, 200);
    assert.equal((await send(site, "/api/v1/webchat/demo/webchat/sessions", "{}")).status, 200);
    assert.equal((await send(site)).status, 500);
    assert.deepEqual(brought(), [posts, "/api/v1/webchat/demo/webchat/sessions"]);
  });

  it("cuts a call off after the house has taken it", async () => {
    const site = await visit("visitante-1");
    behave({ call: "reset", accepted: true });
    await assert.rejects(send(site));
    await pair.simulator.control.settled();
    assert.deepEqual(brought(), [posts]);
  });

  it("sends late, and twice", async () => {
    const site = await visit("visitante-1");
    const began = Date.now();
    behave({ late: 120, doubled: true });
    assert.equal((await send(site)).status, 200);
    assert.ok(Date.now() - began >= 115);
    assert.deepEqual(
      pair.calls.map(({ raw }) => raw.toString()),
      [message, message],
    );
  });

  it("takes one visitor's network away, and gives it back", async () => {
    const [one, two] = [await visit("visitante-1"), await visit("visitante-2")];
    const network = (state: "up" | "down") =>
      pair.simulator.control.behave({
        ...{ scope: "person", personId: "visitante-1" },
        behaviour: { network: state },
      });
    network("down");
    await assert.rejects(send(one));
    assert.equal((await send(two)).status, 200);
    assert.equal((await fetch(`${one}/`)).status, 200);
    network("up");
    assert.equal((await send(one)).status, 200);
  });

  it("ends what the house is telling when the network goes", async () => {
    const endless = await listen((_request, response) => response.writeHead(200).write("["));
    emulators = endless.url;
    const site = await visit("visitante-1");
    await fetch(`${site}/config.json`);
    const told = await fetch(`${site}/google.firestore.v1.Firestore/Listen/channel`);
    pair.simulator.control.behave({ scope: "everybody", behaviour: { network: "down" } });
    await assert.rejects(told.text());
    await endless.close();
  });

  it("closes every line when all is forgotten", async () => {
    const site = await visit("visitante-1");
    pair.simulator.control.reset();
    await eventually(() => assert.rejects(fetch(site)));
    assert.notEqual(await visit("visitante-1"), site);
  });
});
