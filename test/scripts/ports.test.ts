import { deepEqual, equal, rejects } from "node:assert/strict";
import { createServer } from "node:net";
import { localConfig } from "../../scripts/house-folder.ts";
import { isFree, ownPorts } from "../../scripts/own-ports.ts";
import { developmentPorts, freePorts, requirePorts } from "../../scripts/ports.ts";

describe("ports", () => {
  it("names a taken port, what it is for, and who has it", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const ports = { ...(await freePorts()), auth: port };
    const sentence = new RegExp(`^Port ${port} is needed for the sign-in emulator, but .* uses it`);
    await rejects(requirePorts(ports), { name: "Refusal", message: sentence });
    await new Promise((resolve) => server.close(resolve));
    await requirePorts(ports);
  });
  it("gives each run its own", async () => {
    const runs = await Promise.all(Array.from({ length: 20 }, freePorts));
    const ports = runs.flatMap((run) => Object.values(run));
    equal(new Set(ports).size, ports.length);
  });
  it("gives no other process those of a run, though nobody listens on them", async () => {
    const mine = await ownPorts(2);
    const taken = await Promise.all([(mine[0] ?? 0) - 1, ...mine].map(isFree));
    deepEqual(taken, [false, true, true]);
  });
  it("gives none that an outgoing connection may be given", async () => {
    const ports = Object.values(await freePorts());
    deepEqual(
      ports.filter((port) => port < 10_240 || port >= 32_768),
      [],
    );
  });
});

describe("the emulators' configuration", () => {
  it("has the development ports of firebase.json, so that both ways to start are one", async () => {
    const { default: config } = await import("../../firebase.json", { with: { type: "json" } });
    deepEqual(localConfig(developmentPorts).emulators, config.emulators);
  });
  it("lets the console reach its emulators, and nothing inline", () => {
    const ports = { ...developmentPorts, auth: 40001, firestore: 40002 };
    const headers = localConfig(ports).hosting.headers.flatMap((rule) => rule.headers);
    const policy = headers.find(({ key }) => key === "Content-Security-Policy")?.value ?? "";
    const connect = /connect-src ([^;]+)/.exec(policy)?.[1]?.split(" ") ?? [];
    deepEqual(connect.slice(0, 3), ["http://127.0.0.1:40001", "http://127.0.0.1:40002", "'self'"]);
    equal(/unsafe|\*/.test(policy), false);
  });
});
