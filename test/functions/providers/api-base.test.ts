import { deepEqual, equal, throws } from "node:assert/strict";
import { config } from "../../../functions/src/platform/config.ts";
import { apiBase, standInsFor } from "../../../functions/src/providers/api-base.ts";
import { builtAdapters } from "../../../functions/src/providers/index.ts";
import { simulatedApis } from "../../../scripts/emulators.ts";
import { callInstead } from "./provider-server.ts";

describe("the address of a provider's API", () => {
  const variable = "SOMEBODYS_API_BASE";
  const declared = { variable, official: "https://api.somebody.test", simulated: "/somebody" };
  afterEach(() => {
    delete process.env[variable];
  });

  it("is the official one until the environment names another", () => {
    const api = apiBase(declared);
    equal(api.url(), "https://api.somebody.test");
    process.env[variable] = "http://127.0.0.1:4010/somebody/";
    equal(api.url(), "http://127.0.0.1:4010/somebody");
  });

  for (const wrong of ["", "api.somebody.test", "127.0.0.1:4010", "file:///etc"]) {
    it(`throws at the start where the environment says "${wrong}"`, () => {
      process.env[variable] = wrong;
      throws(() => apiBase(declared), /^Error: SOMEBODYS_API_BASE has to be an address such as/);
    });
  }

  const contract: [variable: string, official: string, simulated: string][] = [
    ["KAPSO_API_BASE", "https://api.kapso.ai", "http://127.0.0.1:4010/kapso"],
    ["META_GRAPH_BASE", "https://graph.facebook.com", "http://127.0.0.1:4010/meta"],
    ["TELEGRAM_API_BASE", "https://api.telegram.org", "http://127.0.0.1:4010/telegram"],
    ["TWILIO_API_BASE", "https://api.twilio.com", "http://127.0.0.1:4010"],
    [
      "TWILIO_CONTENT_API_BASE",
      "https://content.twilio.com",
      "http://127.0.0.1:4010/twilio-content",
    ],
    ["X_API_BASE", "https://api.x.com", "http://127.0.0.1:4010/x"],
  ];
  for (const [variable, official, simulated] of contract) {
    it(`is named by ${variable}, and is the simulator's in development`, () => {
      const apis = builtAdapters().flatMap((channel) => channel.apis ?? []);
      equal(apis.find((api) => api.variable === variable)?.official, official);
      equal(simulatedApis("http://127.0.0.1:4010")[variable], simulated);
    });
  }
});

describe("what stands in for a provider's API", () => {
  const { apis } = builtAdapters().find(({ provider }) => provider === "meta") ?? {};
  const emulated = config().FUNCTIONS_EMULATOR;
  let undo: () => void;
  beforeEach(() => {
    undo = callInstead("META_GRAPH_BASE", "http://127.0.0.1:4999/meta");
    config().FUNCTIONS_EMULATOR = true;
  });
  afterEach(() => {
    undo();
    config().FUNCTIONS_EMULATOR = emulated;
  });

  it("may be fetched from in an emulator: exactly its origin", () => {
    deepEqual(standInsFor(apis), ["http://127.0.0.1:4999"]);
  });
  it("is nothing that may be fetched from outside an emulator", () => {
    config().FUNCTIONS_EMULATOR = false;
    deepEqual(standInsFor(apis), []);
  });
  it("is not the official address itself, which is looked at like any other", () => {
    undo();
    undo = callInstead("META_GRAPH_BASE", "https://graph.facebook.com");
    deepEqual(standInsFor(apis), []);
    deepEqual(standInsFor(undefined), []);
  });
});
