import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { isFree, ownPorts } from "./own-ports.ts";
import { Refusal } from "./refusal.ts";

const users = {
  hosting: "hosting, the address people use",
  functions: "the functions emulator",
  firestore: "the Firestore emulator",
  firestoreSocket: "the Firestore emulator's web socket",
  auth: "the sign-in emulator",
  tasks: "the task queue emulator",
  eventarc: "the event emulator",
  hub: "the emulators' hub",
  logging: "the emulators' log",
  simulator: "the simulator",
  smtp: "the simulator's mail server",
};

export type Ports = Record<keyof typeof users, number>;

/** The ports of development; other programs count on them. */
export const developmentPorts: Ports = {
  hosting: 5000,
  functions: 5001,
  firestore: 8080,
  firestoreSocket: 9150,
  auth: 9099,
  tasks: 9499,
  eventarc: 9299,
  hub: 4400,
  logging: 4500,
  simulator: 4010,
  smtp: 4025,
};

/** A set of ports for one run, which no other run is given meanwhile. */
export async function freePorts(): Promise<Ports> {
  const names = Object.keys(users) as (keyof Ports)[];
  const ports = await ownPorts(names.length);
  return Object.fromEntries(names.map((name, i) => [name, ports[i] ?? 0])) as Ports;
}

/** Throws a Refusal that names the first port that is taken, what needs it and who has it. */
export async function requirePorts(ports: Ports): Promise<void> {
  for (const [name, port] of Object.entries(ports) as [keyof Ports, number][]) {
    if (await isFree(port)) continue;
    throw new Refusal(
      `Port ${port} is needed for ${users[name]}, but ${ownerOf(port)} uses it: stop that, then start again.`,
    );
  }
}

function ownerOf(port: number): string {
  try {
    return (
      (existsSync("/proc/net/tcp") ? ownerByProc(port) : ownerByLsof(port)) ?? "another program"
    );
  } catch {
    return "another program"; // Only its name is unknown; that the port is taken is certain.
  }
}

function ownerByLsof(port: number): string | undefined {
  const text = execFileSync("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"], {
    encoding: "utf8",
  });
  const match = /p(\d+)\nc(.+)/.exec(text);
  return match ? `${match[2]} (process ${match[1]})` : undefined;
}

// /proc/net/tcp: local address in hexadecimal, 0A is LISTEN, the tenth field the socket's inode. See proc(5).
function ownerByProc(port: number): string | undefined {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const lines = ["/proc/net/tcp", "/proc/net/tcp6"].filter(existsSync).flatMap((path) => {
    return readFileSync(path, "utf8").split("\n");
  });
  const fields = lines.map((line) => line.trim().split(/\s+/));
  const listening = fields.find((row) => row[1]?.endsWith(`:${hex}`) && row[3] === "0A");
  const pid = listening && holderOf(`socket:[${listening[9]}]`);
  return pid && `${commandOf(pid)} (process ${pid})`;
}

function holderOf(socket: string): string | undefined {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.find((pid) => {
    try {
      const open = readdirSync(`/proc/${pid}/fd`);
      return open.some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === socket);
    } catch {
      return false; // Another user's process, or one that just ended.
    }
  });
}

// What runs it, and what it runs: "node firebase.js", "java emulator.jar".
function commandOf(pid: string): string {
  const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
  const [program, ...rest] = words.map((word) => word.split("/").at(-1) ?? word);
  const script = rest.filter((word) => word !== "with-parent.mjs");
  return [program, script.find((word) => /\.(m?js|ts|py|jar)$/.test(word))]
    .filter(Boolean)
    .join(" ");
}
