import assert from "node:assert/strict";
import { type Endpoint, endpoints } from "@hilo/schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import { perMinute } from "../../../functions/src/platform/limits.ts";
import { openApi } from "../../../functions/src/platform/openapi.ts";

type Operation = {
  operationId: string;
  description: string;
  security: Record<string, unknown>[];
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content: Record<string, { schema: object }> }>;
};

const description = JSON.parse(JSON.stringify(openApi()));
const paths: Record<string, Record<string, Operation>> = description.paths;
const operations = Object.values(paths).flatMap((methods) => Object.values(methods));

describe("the OpenAPI description", () => {
  it("has every endpoint of the table, at its method and path", () => {
    for (const [name, { method, path }] of Object.entries(endpoints)) {
      assert.equal(paths[path]?.[method.toLowerCase()]?.operationId, name);
    }
    assert.equal(operations.length, Object.keys(endpoints).length);
  });

  it("has all that members and invitations need, and says who is let in", () => {
    const needed: [method: string, path: string, permission: string | null][] = [
      ["get", "/members", "members.read"],
      ["post", "/members", "members.manage"],
      ["patch", "/members/{uid}", "members.manage"],
      ["post", "/members/{uid}/invitation", "members.manage"],
      ["delete", "/members/{uid}/invitation", "members.manage"],
      ["post", "/members/{uid}/sign-out", "members.manage"],
      ["get", "/members/me/sign-in", "members.own"],
      ["post", "/members/me/presence", "members.own"],
      ["patch", "/members/me/signatures", "members.own"],
      ["get", "/invitations/{workspaceId}", null],
      ["post", "/invitations/{workspaceId}/accept", null],
      ["post", "/accounts/password", null],
    ];
    for (const [method, path, permission] of needed) {
      const operation = paths[path]?.[method];
      assert.ok(operation, `${method} ${path}`);
      const { operationId } = operation;
      assert.equal(
        endpoints[operationId as keyof typeof endpoints].permission,
        permission,
        operationId,
      );
    }
    const about = Object.keys(paths).filter((path) =>
      /^\/(members|invitations|accounts)\b/.test(path),
    );
    assert.deepEqual(about.sort(), [...new Set(needed.map(([, path]) => path))].sort());
  });

  for (const [name, row] of Object.entries<Endpoint>(endpoints)) {
    it(`says of ${name} what its row says`, () => {
      const told = paths[row.path]?.[row.method.toLowerCase()];
      assert.ok(told);
      const headers = told.parameters.filter((one) => one.in === "header").map((one) => one.name);
      const limit = perMinute[row.limit ?? "general"];
      assert.deepEqual(
        {
          permission: told.description.includes(`Needs ${row.permission},`),
          keys: told.security.some((one) => "apiKey" in one),
          once: headers.includes("Idempotency-Key"),
          upload: "multipart/form-data" in (told.requestBody?.content ?? {}),
          members: told.description.includes(` ${limit.member} such calls of a person`),
          bulk: told.description.includes(` ${limit.apiKey} of an API key`),
        },
        {
          permission: row.permission !== null,
          keys: row.scopes !== undefined,
          once: row.method !== "GET",
          upload: row.upload === true,
          members: true,
          bulk: row.scopes !== undefined,
        },
      );
    });
  }

  it("opens to API keys what their scopes are for, and no more", () => {
    const open = Object.entries<Endpoint>(endpoints).flatMap(([name, { scopes }]) =>
      scopes ? [`${name}: ${scopes.join(", ")}`] : [],
    );
    assert.deepEqual(open.sort(), [
      "addChannel: admin:channels",
      "addLeadNote: write",
      "assignConversation: write",
      "changeChannel: admin:channels",
      "changeLead: write",
      "changeMember: admin:members",
      "changeTemplate: admin:templates",
      "classify: read",
      "copyTemplate: admin:templates",
      "countConversations: read",
      "createContact: write",
      "createLead: write",
      "createTemplate: admin:templates",
      "deleteDeadLetter: admin:deadLetters",
      "endSessions: admin:members",
      "getChannel: admin:channels",
      "getContact: read",
      "getConversation: read",
      "getDeadLetter: admin:deadLetters",
      "getFunnelStatistics: read",
      "getLead: read",
      "getLeadSettings: read",
      "getMessage: read, send",
      "getOperation: read, write",
      "inviteAgain: admin:members",
      "inviteMember: admin:members",
      "linkFiles: read",
      "listChannelKinds: admin:channels",
      "listChannels: read, send",
      "listConversations: read",
      "listDeadLetters: admin:deadLetters",
      "listFunnels: read",
      "listLeadHistory: read",
      "listLeadNotes: read",
      "listLeads: read",
      "listMembers: admin:members",
      "listMessages: read",
      "listTemplates: read, send",
      "moveLead: write",
      "removeTemplate: admin:templates",
      "replayDeadLetter: admin:deadLetters",
      "replayDeadLetters: admin:deadLetters",
      "restoreTemplate: admin:templates",
      "sendMessage: send",
      "setPriority: write",
      "setStatus: write",
      "setTags: write",
      "snoozeConversation: write",
      "startConversation: send",
      "submitTemplate: admin:templates",
      "syncTemplates: admin:templates",
      "testChannel: admin:channels",
      "tryChannel: admin:channels",
      "undoOperation: write",
      "uploadFile: send",
      "withdrawInvitation: admin:members",
    ]);
  });

  it("names every parameter of the path", () => {
    for (const [path, methods] of Object.entries(paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        const told = parameters.filter((one) => one.in === "path").map((one) => one.name);
        assert.deepEqual(told, names);
      }
    }
  });

  it("holds JSON Schemas of the 2020-12 draft", () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const contents = operations.flatMap(({ requestBody, responses }) => [
      ...Object.entries(requestBody?.content ?? {}),
      ...Object.entries(Object.values(responses)[0]?.content ?? {}),
    ]);
    assert.ok(contents.length > operations.length);
    for (const [, { schema }] of contents) ajv.compile(schema);
  });

  it("describes what it says: a message is refused without its kind", () => {
    const content = paths["/conversations/{conversationId}/messages"]?.post?.requestBody?.content;
    const check = new Ajv2020({ strict: false, validateFormats: false }).compile(
      content?.["application/json"]?.schema ?? false,
    );
    const messageId = "0d9f3f5e-5d1c-4c52-9f0e-0d7c1c7a4a11";
    assert.equal(check({ messageId, kind: "text", text: "Hola" }), true);
    assert.equal(check({ messageId, text: "Hola" }), false);
    assert.equal(check({ messageId, kind: "text", admin: true }), false);
  });
});
