import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import type { About, Delivery } from "../../phones/about.ts";
import { reportsOf, type Step } from "../../phones/course.ts";
import type { StoredFile } from "../../phones/files.ts";
import { houseAddress } from "../../phones/house-address.ts";
import { CallOrder, type Inbound } from "../../phones/inbound.ts";
import { addressOf } from "../../phones/person.ts";
import { shown, tell } from "../../phones/tell.ts";
import type { Entry } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { silence } from "../../samples/mp3.ts";
import { call } from "../../wire/webhook.ts";
import { account, apiVersion } from "./account.ts";
import { refusal } from "./refusal.ts";
import { signed } from "./sign.ts";
import {
  type CallParts,
  type CallStatus,
  questionForm,
  recordingForm,
  statusForm,
} from "./voice-form.ts";

/** A telephone call, in either direction, up to its end; Twilio tells of each step. */
export function deliverCall(world: World, about: About, message: Inbound): Promise<Delivery> {
  const order = message.call ?? CallOrder.parse({});
  const parts: CallParts = {
    sid: message.sid ?? `CA${randomBytes(16).toString("hex")}`,
    order,
    ours: about.channel.address,
    theirs: addressOf(about.person, "voice") ?? "",
    name: about.person.name,
  };
  const [first, ...others] = stepsOf(world, parts, about.person.id);
  const url = houseAddress(world, "twilio", about.channel.id);
  const tells = (step: Step<CallStatus>) => {
    const asks = order.direction === "inbound" && step.status === "ringing";
    const form = asks
      ? questionForm(parts)
      : statusForm(parts, step.status, sequenceOf(step.status, order));
    return signed(
      url,
      { ...form, ...changed(message) },
      `${step.status} · ${parts.sid}`,
      message.signature,
    );
  };
  return tell(
    world,
    about,
    { ...message, kind: "event", text: "" },
    {
      id: parts.sid,
      files: [],
      kept: (entry) => {
        world.threads.update(entry, { event: "call", text: first?.status ?? "" });
        others.forEach((step) => {
          world.timers.after(step.after, async () => {
            world.threads.update(entry, { text: wordsOf(step.status, order) });
            await call(world, tells(step));
          });
        });
        if (order.recording)
          record(world, { url, parts, entry, after: (others.at(-1)?.after ?? 0) + 50 });
      },
      webhooks: () => (first ? [tells(first)] : []),
    },
  );
}

function changed({ fields }: Inbound): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== null),
  );
}

/** A number tells of calls that come in twice: when they ring, and when they are over. */
function stepsOf(world: World, { order }: CallParts, personId: string): Step<CallStatus>[] {
  const behaviour = world.behaviours.of(personId);
  const { outcome, direction } = order;
  const before: CallStatus[] = direction === "inbound" ? [] : ["ringing"];
  const answered: CallStatus[] =
    direction === "outbound" && outcome === "completed" ? ["in-progress"] : [];
  const later = [...before, ...answered, outcome].map((status, index) => ({
    status,
    after: behaviour.pace * (index + 1),
  }));
  const begins: CallStatus = direction === "inbound" ? "ringing" : "initiated";
  return [{ status: begins, after: 0 }, ...reportsOf(later, behaviour)];
}

const sequences: Partial<Record<CallStatus, number>> = { initiated: 0, ringing: 1, completed: 3 };

/** The order of the steps, however their reports arrive; the one report on a call that came in is the first. */
function sequenceOf(status: CallStatus, { direction }: CallOrder): number {
  return direction === "inbound" ? 0 : (sequences[status] ?? 2);
}

function wordsOf(status: CallStatus, { seconds }: CallOrder): string {
  return status === "completed" ? `${status} · ${seconds} s` : status;
}

type Recording = { url: string; parts: CallParts; entry: Entry; after: number };

function record(world: World, { url, parts, entry, after }: Recording): void {
  world.timers.after(after, async () => {
    const bytes = silence(parts.order.seconds);
    const file = world.files.save({ name: "recording.mp3", type: "audio/mpeg", bytes });
    world.threads.update(entry, { files: [shown(file)] });
    const sid = file.id.replace(/^ME/, "RE");
    const source = `${world.url}/${apiVersion}/Accounts/${account.sid}/Recordings/${sid}`;
    await call(world, signed(url, recordingForm(parts, sid, source), `recording · ${parts.sid}`));
  });
}

/** GET …/Recordings/{sid}.mp3. */
export function serveRecording(world: World, request: Request, response: Response): void {
  const file = recordingOf(world, String(request.params.sid));
  if (file) response.type(file.type).end(file.bytes);
  else response.status(404).json(refusal(20404));
}

function recordingOf(world: World, name: string): StoredFile | undefined {
  return world.files.get(name.replace(/\.mp3$/, "").replace(/^RE/, "ME"));
}
