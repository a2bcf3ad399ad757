import assert from "node:assert/strict";
import { type Contact, Conversation, Message, type VisitorPost, visitorMs } from "@hilo/schema";
import { forgetConnections } from "../../functions/src/channels/connections.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { accounts } from "../../functions/src/platform/accounts.ts";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { signatureOf } from "../../functions/src/webchat/identity.ts";
import { during } from "../support/during.ts";
import { hostToken } from "../support/host-token.ts";
import { contactIn } from "../support/known-person.ts";
import { makeMember, signIn } from "../support/people.ts";
import { startWebhooks } from "./server.ts";
import { Browser, chatWorkspace, identitySecret, siteKey, startApi } from "./visitors.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("a web chat", () => {
  const api = during(startApi);
  during(startWebhooks);
  let workspaceId: string;
  let agent: string;
  beforeEach(async () => {
    workspaceId = await chatWorkspace();
    agent = "";
  });
  afterEach(() => setClock());

  const visitor = () => new Browser(api, workspaceId);
  const message = async (conversationId: string, id: string) => {
    const found = read(Message, await messageOf(workspaceId, conversationId, id).get());
    return found ?? assert.fail(`There is no message ${id}`);
  };

  async function member(path: string, body: object): Promise<void> {
    agent ||= await signIn(await makeMember(workspaceId, "agent"));
    const headers = { authorization: `Bearer ${agent}`, "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const answer = await fetch(`${api.url}/api/v1/conversations/${path}`, init);
    assert.ok(answer.ok, await answer.text());
  }

  it("carries what both sides say, and tells what was read", async () => {
    const ana = visitor();
    const { conversationId } = await ana.begin({
      visitor: { name: "Ana", email: "ana@ejemplo.cl" },
    });
    assert.deepEqual(await ana.read(conversationId), []);
    await ana.write("Hola");
    const [messageId, noteId] = [newId(), newId()];
    await member(`${conversationId}/messages`, { messageId, kind: "text", text: "¿En qué ayudo?" });
    await member(`${conversationId}/notes`, { messageId: noteId, text: "Cliente nueva" });
    assert.deepEqual(await ana.read(conversationId), ["Hola", "¿En qué ayudo?"]);
    assert.equal((await message(conversationId, messageId)).status, "sent");
    assert.equal(await ana.post({ type: "read", messageIds: [messageId] }), 200);
    assert.equal((await message(conversationId, messageId)).statusRank, 5);
    const conversation = read(
      Conversation,
      await conversationsOf(workspaceId).doc(conversationId).get(),
    );
    assert.equal(conversation?.contact.name, "Ana");
    assert.equal(conversation.platform, "webchat");
    assert.equal(conversation.replyUntil, null);
  });

  /** A visitor writes; gives what their contact and their conversation then say of them. */
  async function met(browser: Browser): Promise<{ contact: Contact; shown: unknown }> {
    const conversationId = browser.session?.conversationId ?? assert.fail();
    const messageId = hash("webchat", await browser.write("Hola"));
    const snapshot = await messageOf(workspaceId, conversationId, messageId).get();
    assert.ok(snapshot.exists);
    await onMessageCreated({ workspaceId, conversationId, messageId }, snapshot as never);
    const found = await conversationsOf(workspaceId).doc(conversationId).get();
    const { name, unproven } = read(Conversation, found)?.contact ?? {};
    const contact = (await contactIn(workspaceId, conversationId)) ?? assert.fail();
    return { contact, shown: { name, unproven } };
  }

  const mail = "ana@ejemplo.cl";
  const camila = { name: "Camila Rojas", email: "camila@ejemplo.cl", phone: "+56981234567" };
  function vouched(claims: object, secret = identitySecret): string {
    const iat = Math.floor(Date.now() / 1000);
    return hostToken({ sub: "204", iat, exp: iat + 3600, ...claims }, { secret });
  }

  it("keeps what the visitor told of themselves with their contact, as unproven", async () => {
    const ana = visitor();
    await ana.begin({ visitor: { name: "Ana", email: mail } });
    const { contact, shown } = await met(ana);
    assert.deepEqual(
      [contact.name, contact.emails, contact.unproven],
      ["Ana", [mail], ["name", mail]],
    );
    assert.deepEqual(shown, { name: "Ana", unproven: true });
  });

  it("believes what the site's token says, and of one who lets the page say more, the id", async () => {
    const ana = visitor();
    const { conversationId } = await ana.begin({ identity: vouched(camila) });
    const { contact, shown } = await met(ana);
    const { name, email, phone } = camila;
    assert.deepEqual(
      [contact.name, contact.emails, contact.phones, contact.unproven],
      [name, [email], [phone], []],
    );
    assert.deepEqual(shown, { name, unproven: undefined });
    const eva = visitor();
    const identity = { id: "205", signature: signatureOf("205", identitySecret), name, email };
    const other = await eva.begin({ identity });
    assert.notEqual(other.conversationId, conversationId);
    const said = await met(eva);
    assert.deepEqual(said.contact.unproven, ["name", email]);
    assert.deepEqual(said.shown, { name, unproven: true });
  });

  it("puts what the site proves in the place of what was only said", async () => {
    const identity = { id: "204", signature: signatureOf("204", identitySecret), name: "Leo" };
    const ana = visitor();
    await ana.begin({ identity, visitor: { email: mail } });
    assert.deepEqual((await met(ana)).shown, { name: "Leo", unproven: true });
    await ana.begin({ identity: vouched(camila) });
    const { contact, shown } = await met(ana);
    assert.deepEqual(shown, { name: camila.name, unproven: undefined });
    assert.deepEqual(
      [contact.name, contact.emails, contact.unproven],
      [camila.name, [mail, camila.email], [mail]],
    );
    await ana.begin({ identity });
    assert.deepEqual((await met(ana)).shown, { name: camila.name, unproven: undefined });
  });

  it("takes an address that is left for answers as unproven, unless the site has proved it", async () => {
    for (const [identity, unproven] of [
      [vouched({ name: "Ana" }), [mail]],
      [vouched({ sub: "205", name: "Ana", email: mail }), []],
    ] as const) {
      const ana = visitor();
      await ana.begin({ identity });
      await met(ana);
      assert.equal((await ana.leave(mail)).status, 200);
      const { contact } = await met(ana);
      assert.deepEqual([contact.emails, contact.unproven], [[mail], unproven]);
    }
  });

  it("shows nobody what another visitor said, nor any note", async () => {
    const [ana, leo] = [visitor(), visitor()];
    const [first, second] = [await ana.begin(), await leo.begin()];
    assert.notEqual(first.conversationId, second.conversationId);
    await ana.write("Mi secreto");
    await leo.write("El mío");
    assert.deepEqual(await ana.read(first.conversationId), ["Mi secreto"]);
    assert.equal(await leo.read(first.conversationId), 403);
    assert.equal(await ana.read(second.conversationId), 403);
    assert.equal(await ana.read(first.conversationId, ["inbound", "outbound", "note"]), 403);
    assert.equal(await ana.read(first.conversationId, ["system"]), 403);
  });

  it("records a message once, however often it is sent", async () => {
    const ana = visitor();
    const { conversationId } = await ana.begin();
    const post: VisitorPost = { type: "message", id: newId(), text: "Una vez", files: [] };
    const statuses = await Promise.all([ana.post(post), ana.post(post), ana.post(post)]);
    assert.deepEqual(statuses, [200, 200, 200]);
    assert.deepEqual(await ana.read(conversationId), ["Una vez"]);
  });

  it("takes a receipt for no other conversation", async () => {
    const [ana, leo] = [visitor(), visitor()];
    const { conversationId } = await ana.begin();
    await leo.begin();
    await ana.write("Hola");
    await leo.write("Hola");
    const messageId = newId();
    await member(`${conversationId}/messages`, { messageId, kind: "text", text: "Sí" });
    assert.equal(await leo.post({ type: "read", messageIds: [messageId] }), 200);
    assert.equal((await message(conversationId, messageId)).statusRank, 3);
  });

  it("is the same conversation on every device of a customer whom the site has signed in", async () => {
    const identity = { id: "204", signature: signatureOf("204", identitySecret) };
    const [phone, desk] = [visitor(), visitor()];
    const { conversationId } = await phone.begin({ identity });
    await phone.write("Desde el teléfono");
    await desk.begin({ identity });
    assert.deepEqual(await desk.read(conversationId), ["Desde el teléfono"]);
    await desk.begin(); // Signed out: this browser's own conversation again.
    assert.equal(await desk.read(conversationId), 403);
  });

  it("takes files, and gives links to those of the visitor's own messages", async () => {
    const [ana, leo] = [visitor(), visitor()];
    const { conversationId } = await ana.begin();
    await leo.begin();
    const { status, json } = await ana.upload(png, "boleta.png", "image/png");
    assert.equal(status, 201, JSON.stringify(json));
    const files = [{ id: String(json.id), type: "image/png" }];
    const id = newId();
    assert.equal(await ana.post({ type: "message", id, text: "Mira", files }), 200);
    const messageId = hash("webchat", id);
    const [attachment] = (await message(conversationId, messageId)).attachments;
    assert.deepEqual([attachment?.state, attachment?.size], ["ready", png.length]);
    const own = await ana.links(messageId);
    assert.deepEqual(Object.keys(own.json.links as object), [attachment?.id]);
    assert.deepEqual((await leo.links(messageId)).json.links, {});
    await leo.post({ type: "message", id, text: "La de Ana", files });
    const stolen = await message(leo.session?.conversationId ?? "", messageId);
    assert.notEqual(stolen.attachments[0]?.state, "ready");
  });

  it("refuses files that it does not carry, and whoever has no token", async () => {
    const ana = visitor();
    await ana.begin();
    const script = Buffer.from("<script>alert(1)</script>");
    assert.equal((await ana.upload(script, "a.html", "text/html")).status, 415);
    assert.equal((await visitor().upload(png, "a.png", "image/png")).status, 401);
    assert.equal((await visitor().links("x1")).status, 401);
    assert.equal(
      await visitor().post({ type: "message", id: newId(), text: "Hola", files: [] }),
      401,
    );
  });

  it("is not let in by a wrong key, a wrong token, a wrong signature or a wrong shape", async () => {
    const ana = visitor();
    await ana.begin();
    assert.equal((await ana.open({ siteKey: "another" })).status, 404);
    assert.equal((await ana.open({ idToken: "a.b.c" })).status, 401);
    assert.equal((await ana.open({ language: "fr" })).status, 422);
    const identity = { id: "204", signature: signatureOf("205", identitySecret) };
    assert.equal((await ana.open({ identity })).status, 403);
    const other = await ana.open({ identity: vouched({}, "the secret of another channel") });
    assert.deepEqual([other.status, other.json.code], [403, "notAllowed"]);
    const late = await ana.open({ identity: vouched({ iat: 1_000, exp: 2_000 }) });
    assert.deepEqual([late.status, late.json.code], [403, "identityExpired"]);
    assert.equal((await ana.open({ identity: [vouched({}), vouched({})] })).status, 422);
    assert.equal((await ana.open({ identity: vouched({ x: "a".repeat(5000) }) })).status, 422);
  });

  it("stands on the sites that its channel names, and nowhere when it is switched off", async () => {
    const chat = channelsOf(workspaceId).doc("webchat");
    await chat.update({ settings: { origins: "https://shop.test" } });
    forgetConnections();
    assert.equal((await visitor().open()).status, 200);
    assert.equal((await visitor().open({ page: "https://other.test" })).status, 403);
    await chat.update({ enabled: false });
    forgetConnections();
    assert.equal((await visitor().open()).status, 404);
  });

  it("never touches a member's account", async () => {
    const person = await makeMember(workspaceId, "agent");
    const idToken = await signIn(person);
    assert.equal((await visitor().open({ siteKey, idToken })).status, 403);
    const { customClaims } = await (await accounts()).getUser(person.uid);
    assert.deepEqual(customClaims, { workspaces: { [workspaceId]: "agent" } });
  });

  it("ends after 180 days, and its tokens after one", async () => {
    const ana = visitor();
    await ana.begin();
    const later = Date.now() + 24 * 60 * 60 * 1000 + 1000;
    setClock(() => later);
    assert.equal(await ana.post({ type: "message", id: newId(), text: "Tarde", files: [] }), 401);
    setClock(() => Date.now() + visitorMs + 2000);
    assert.equal((await ana.open()).status, 401);
  });

  it("holds visitors to a pace", async () => {
    const ana = visitor();
    await ana.begin();
    const statuses: number[] = [];
    for (let i = 0; i < 242; i += 1) {
      statuses.push(await ana.post({ type: "read", messageIds: [newId()] }));
    }
    assert.equal(statuses.filter((status) => status === 200).length, 240);
    assert.equal(statuses.at(-1), 429);
  });
});
