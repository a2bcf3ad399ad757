import { deepEqual, equal, rejects } from "node:assert/strict";
import type {
  OutboundMessage,
  ProviderError,
} from "../../../../functions/src/providers/adapter.ts";
import { meta } from "../../../../functions/src/providers/meta/index.ts";
import { proofOf } from "../../../../functions/src/providers/meta/signature.ts";
import { closedPort } from "../../../support/closed-port.ts";
import { callInstead } from "../provider-server.ts";
import { graphServer } from "./graph-server.ts";
import { message } from "./outgoing.ts";
import { account, bodyOf } from "./samples.ts";

const credentials = { appSecret: "s3cret", verifyToken: "word", accessToken: "EAAtoken" };
const proof = { appsecret_proof: proofOf(credentials) };
const token = "Bearer EAAtoken";
const number = { phoneNumberId: "4440001", accountId: "5550001" };

const graph = graphServer();

function whatsapp(given: Partial<OutboundMessage> = {}): OutboundMessage {
  return message({ text: "hola", settings: number, ...given });
}

async function failureOf(work: Promise<unknown>): Promise<Partial<ProviderError>> {
  const caught: Partial<ProviderError>[] = [];
  await rejects(work, (error: ProviderError) => Boolean(caught.push(error)));
  return caught[0] ?? {};
}

describe("handing a message to Meta", () => {
  graph.serve();

  it("goes to the number's address, with the token and its proof", async () => {
    graph.answer = () => ({ body: bodyOf("whatsapp", "send_ok") });
    deepEqual(await meta.send(whatsapp(), credentials), { externalId: "wamid.OUT1==" });
    const [call] = graph.calls;
    deepEqual(
      [call?.method, call?.path, call?.query, call?.token],
      ["POST", "/v26.0/4440001/messages", proof, token],
    );
    equal((call?.body as { to?: string } | undefined)?.to, "56987654321");
  });

  it("takes the answers of every platform", async () => {
    const sent = async (platform: "whatsapp" | "messenger" | "instagram", sample: string) => {
      graph.answer = () => ({ body: bodyOf(platform, sample) });
      return (await meta.send(whatsapp({ platform, from: "7788", to: "3141" }), credentials))
        .externalId;
    };
    equal(await sent("whatsapp", "send_ok_bsuid"), "wamid.OUT3==");
    equal(await sent("whatsapp", "send_ok_template"), "wamid.OUT1==");
    equal(await sent("messenger", "send_ok"), "m_OUT1");
    equal(await sent("instagram", "send_ok"), "aW_out");
  });

  it("goes by the version of the settings", async () => {
    graph.answer = () => ({ body: bodyOf("whatsapp", "send_ok") });
    await meta.send(whatsapp({ settings: { ...number, graphVersion: "v25.0" } }), credentials);
    equal(graph.calls[0]?.path, "/v25.0/4440001/messages");
  });

  it("goes to the page, or to the Instagram account as its owner signed in", async () => {
    graph.answer = () => ({ body: bodyOf("messenger", "send_ok") });
    const messenger = whatsapp({ platform: "messenger", from: "7788", settings: {} });
    const instagram = whatsapp({ platform: "instagram", from: "17849", settings: {} });
    await meta.send(messenger, credentials);
    await meta.send({ ...instagram, settings: { pageId: "7788" } }, credentials);
    await meta.send(instagram, credentials);
    deepEqual(
      graph.calls.map(({ path, query }) => [path, query]),
      [
        ["/v26.0/7788/messages", proof],
        ["/v26.0/7788/messages", proof],
        ["/v26.0/17849/messages", {}],
      ],
    );
  });

  it("of a reaction on Instagram makes no message", async () => {
    graph.answer = () => ({ body: { recipient_id: "3141" } });
    const react = { platform: "instagram", kind: "reaction", text: "❤️", replyTo: "aW_1" } as const;
    deepEqual(await meta.send(whatsapp({ ...react, to: "3141" }), credentials), {
      externalId: "reaction:aW_1",
    });
  });

  it("is refused, or to be tried again, as Meta says", async () => {
    graph.answer = () => ({ status: 400, body: bodyOf("whatsapp", "error_131047") });
    const refused = await failureOf(meta.send(whatsapp(), credentials));
    deepEqual([refused.kind, refused.code], ["refused", "131047"]);
    graph.answer = () => ({
      status: 429,
      headers: { "retry-after": "12" },
      body: bodyOf("whatsapp", "error_130429"),
    });
    const limited = await failureOf(meta.send(whatsapp(), credentials));
    deepEqual([limited.kind, limited.retryAfter], ["rateLimited", 12_000]);
  });

  it("is uncertain when no answer comes, or one without an id", async () => {
    graph.answer = () => ({ hangs: true });
    equal((await failureOf(meta.send(whatsapp(), credentials))).kind, "unknown");
    for (const body of [{}, "<html>", { messages: [] }]) {
      graph.answer = () => ({ body });
      equal((await failureOf(meta.send(whatsapp(), credentials))).kind, "unknown");
    }
    equal(graph.calls.length, 4);
  });

  it("was never written when nobody listens", async () => {
    const closed = await closedPort();
    const back = callInstead("META_GRAPH_BASE", closed.url);
    equal((await failureOf(meta.send(whatsapp(), credentials))).kind, "unreachable");
    back();
    closed.close();
  });

  it("does not begin with what cannot be carried", async () => {
    equal((await failureOf(meta.send(whatsapp({ text: "" }), credentials))).kind, "refused");
    equal(graph.calls.length, 0);
  });
});

describe("showing that messages were read", () => {
  graph.serve();

  it("names the message on WhatsApp, and the person elsewhere", async () => {
    const of = (platform: "whatsapp" | "messenger" | "instagram") => ({
      externalId: "wamid.IN==",
      to: "3141",
      account: account(platform, platform === "whatsapp" ? number : {}),
    });
    for (const platform of ["whatsapp", "messenger", "instagram"] as const)
      await meta.seen?.(of(platform), credentials);
    const { typing_indicator: _, ...read } = bodyOf("whatsapp", "mark_read_with_typing");
    deepEqual(
      graph.calls.map(({ path, body }) => [path, body]),
      [
        ["/v26.0/4440001/messages", read],
        ["/v26.0/7788/messages", { recipient: { id: "3141" }, sender_action: "mark_seen" }],
        ["/v26.0/17849/messages", { recipient: { id: "3141" }, sender_action: "mark_seen" }],
      ],
    );
  });
});

describe("fetching a file that Meta holds", () => {
  graph.serve();

  const media = async (source: string, platform: "whatsapp" | "messenger" = "whatsapp") =>
    meta.media?.(source, credentials, account(platform, number));

  it("asks where WhatsApp's is, and takes the token there", async () => {
    graph.answer = () => ({ body: bodyOf("whatsapp", "media_get_ok") });
    const request = await media("1003383421387256");
    deepEqual(
      [graph.calls[0]?.path, graph.calls[0]?.query],
      ["/v26.0/1003383421387256", { phone_number_id: "4440001", ...proof }],
    );
    deepEqual(
      [request?.url, request?.headers],
      [bodyOf("whatsapp", "media_get_ok").url, { authorization: token }],
    );
  });

  it("takes no token to links of Messenger, nor to any host but Meta's", async () => {
    const link = "https://scontent.xx.fbcdn.net/v/a.jpg";
    deepEqual((await media(link, "messenger"))?.headers, {});
    deepEqual((await media("https://lookaside.fbsbx.com/x"))?.headers, { authorization: token });
    deepEqual((await media("https://evil.example/fbsbx.com"))?.headers, {});
    deepEqual((await media("https://evilfbsbx.com/x"))?.headers, {});
    deepEqual((await media("http://lookaside.fbsbx.com/x"))?.headers, {});
    equal(graph.calls.length, 0);
  });

  it("fails when Meta does not have it any more", async () => {
    const error = { code: 100, error_subcode: 33, message: "Object does not exist" };
    graph.answer = () => ({ status: 400, body: { error } });
    equal((await failureOf(Promise.resolve(media("1")))).kind, "refused");
    graph.answer = () => ({ body: { id: "1" } });
    equal((await failureOf(Promise.resolve(media("1")))).code, "131052");
  });
});

describe("asking what somebody is called", () => {
  graph.serve();

  const profile = (platform: "whatsapp" | "messenger" | "instagram") =>
    meta.profile?.("3141", account(platform), credentials);

  it("tells a name, and on Instagram a user name", async () => {
    graph.answer = ({ query }) => ({
      body: query.fields?.includes("username")
        ? { name: "Luis Vera", username: "luisv" }
        : { first_name: "Luis", last_name: "Vera" },
    });
    deepEqual(await profile("messenger"), { name: "Luis Vera" });
    deepEqual(await profile("instagram"), { name: "Luis Vera", username: "luisv" });
    equal(graph.calls[0]?.path, "/v26.0/3141");
  });

  it("tells nothing when Meta refuses, and does not ask about WhatsApp", async () => {
    graph.answer = () => ({ status: 400, body: bodyOf("messenger", "error_200_permission") });
    equal(await profile("messenger"), undefined);
    equal(await profile("whatsapp"), undefined);
    equal(graph.calls.length, 1);
  });
});
