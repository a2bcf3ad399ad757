import { connectionOf } from "../../functions/src/channels/connections.ts";
import { claim } from "../../functions/src/conversations/claim.ts";
import { assign, setPriority, setStatus, setTags } from "../../functions/src/conversations/desk.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { publicError } from "../../functions/src/platform/problem.ts";
import { connected } from "./voices/connected.ts";
import { webchat } from "./voices/webchat.ts";

// Members of a team who all act in one conversation; as a program of its own, an instance that does what it is told.

export type Place = { workspaceId: string; conversationId: string };
export type What = "send" | "claim" | "act";
export type Errand = Place & { what: What; who: number; serial: number };
export type Done = { status: number };

const people = ["ana", "bea", "carla", "diego"] as const;

/** One act of one of four members, each another one by its number; gives the status of the answer. */
export async function work(errand: Errand): Promise<Done> {
  const { what, who, serial, workspaceId, conversationId } = errand;
  const id = people[who % people.length] ?? "";
  const doer = { type: "member", id, name: id, workspaceId, requestId: "r", ip: "" } as const;
  const message = {
    messageId: newId(),
    kind: "text",
    text: String(serial),
    override: true,
  } as const;
  const mixed = [
    () => setTags(doer, conversationId, [`tag ${serial}`]),
    () => setPriority(doer, conversationId, serial % 8 < 4 ? "high" : "low"),
    () => setStatus(doer, conversationId, serial % 8 < 4 ? "waiting" : "open"),
    () => assign(doer, conversationId, "none"),
  ];
  const acts = {
    send: () => send(doer, conversationId, message),
    claim: () => claim(doer, conversationId, { override: true }),
    act: () => mixed[serial % mixed.length]?.(),
  };
  try {
    await acts[what]();
    return { status: 200 };
  } catch (error) {
    return { status: publicError(error).status };
  }
}

/** A conversation of its own, in which a visitor of a site has written. */
export async function visited(): Promise<Place> {
  const workspaceId = await connected(webchat);
  const connection = await connectionOf(workspaceId, webchat.channelId);
  if (!connection) throw new Error("There is no channel");
  const sender = { address: "visitor:one" };
  await receive(connection, {
    type: "message",
    externalId: "one",
    at: Date.now(),
    kind: "text",
    text: "hola",
    files: [],
    sender,
  });
  return { workspaceId, conversationId: hash(webchat.channelId, sender.address) };
}

if (import.meta.filename === process.argv[1] && process.send) {
  process.on("message", async (errand: Errand) =>
    process.send?.({ serial: errand.serial, done: await work(errand) }),
  );
  process.on("disconnect", () => process.exit());
  // It stays for as long as it may be asked for something.
  process.channel?.ref();
  process.send("ready");
}
