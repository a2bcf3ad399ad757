import { readFileSync } from "node:fs";
import {
  initializeTestEnvironment,
  type RulesTestContext,
  type RulesTestEnvironment,
} from "@firebase/rules-unit-testing";
import { FirebaseError } from "firebase/app";
import { serverTimestamp, setLogLevel } from "firebase/firestore";
import { house } from "../../support/house.ts";
import { type Actor, type ActorName, actorNames, actors, authTimeOf } from "./actors.ts";
import { documents } from "./documents.ts";
import { conditionsOf, type Operation, pathFor, type Question, serverTime } from "./question.ts";

// Each refusal, which is what most rows expect, would be told on the console as well.
setLogLevel("silent");

/** firestore.rules, as they stand. */
export const rules = readFileSync(new URL("../../../firestore.rules", import.meta.url), "utf8");

/** The rules in force over a workspace with a document in every collection, and another workspace like it. */
export async function environment(): Promise<RulesTestEnvironment> {
  const [host = "127.0.0.1", port = "8080"] = house.firestore.split(":");
  const made = await initializeTestEnvironment({
    projectId: "demo-rules",
    firestore: { rules, host, port: Number(port) },
  });
  await made.clearFirestore();
  await made.withSecurityRulesDisabled(async (context) => {
    for (const [path, data] of documents()) await context.firestore().doc(path).set(data);
  });
  return made;
}

type Firestore = ReturnType<RulesTestContext["firestore"]>;
type Query = ReturnType<ReturnType<Firestore["collection"]>["limit"]>;

const clients = new WeakMap<RulesTestEnvironment, Map<ActorName, Firestore>>();

/** The client of an actor; one for all questions, since each brings its own connection. */
export function clientOf(made: RulesTestEnvironment, who: ActorName): Firestore {
  const known = clients.get(made) ?? new Map<ActorName, Firestore>();
  clients.set(made, known);
  const client = known.get(who) ?? contextOf(made, actors[who]).firestore();
  known.set(who, client);
  return client;
}

function contextOf(made: RulesTestEnvironment, actor: Actor | null): RulesTestContext {
  if (!actor) return made.unauthenticatedContext();
  return made.authenticatedContext(actor.uid, { ...actor.claims, auth_time: authTimeOf(actor) });
}

/** The actors whom the rules let do what a row says. */
export async function whoMay(made: RulesTestEnvironment, question: Question): Promise<ActorName[]> {
  const allowed: ActorName[] = [];
  for (const who of actorNames) {
    const path = pathFor(question, actors[who]?.uid ?? "nobody");
    await arrange(made, question, path);
    if (await allows(() => attempt(clientOf(made, who), question.does, path, question.data)))
      allowed.push(who);
  }
  return allowed;
}

/** A row that is allowed to write finds what it needs: nothing to create, something to update or delete. */
async function arrange(made: RulesTestEnvironment, { does, may, to }: Question, path: string) {
  if (may.length === 0 || does === "list" || !to.includes("{own}")) return;
  await made.withSecurityRulesDisabled(async (context) => {
    const document = context.firestore().doc(path);
    if (does === "create") await document.delete();
    else await document.set({ name: "Before" });
  });
}

/** Whether the rules allow an attempt; any other failure is thrown. */
export async function allows(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    if (error instanceof FirebaseError && error.code === "permission-denied") return false;
    throw error;
  }
}

function attempt(
  firestore: Firestore,
  does: Operation,
  path: string,
  data: object = {},
): Promise<unknown> {
  if (does === "get") return firestore.doc(path).get();
  if (does === "delete") return firestore.doc(path).delete();
  if (does !== "list") return firestore.doc(path).set(stamped(data));
  const everywhere = path.startsWith("**/");
  const [name = ""] = (everywhere ? path.slice(3) : path).split("?");
  const found = everywhere ? firestore.collectionGroup(name) : firestore.collection(name);
  return conditionsOf(path)
    .reduce<Query>((all, { field, op, value }) => all.where(field, op, value), found)
    .limit(1)
    .get();
}

/** The data with the server's time in its place. */
export function stamped(data: object): object {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      value === serverTime ? serverTimestamp() : value,
    ]),
  );
}
