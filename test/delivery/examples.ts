import { type EndpointName, endpoints, type templateEndpoints } from "@hilo/schema";
import { newId } from "../../functions/src/platform/clock.ts";

/** What a right call of an endpoint holds. */
export type Example = {
  params?: Record<string, string>;
  body?: unknown;
  query?: Record<string, string>;
};

/** What the calls are about. */
export type Things = { conversationId: string; messageId: string; uid: string };

/** A right call of every endpoint, for a fuzzer to twist. */
export function examplesFor({
  conversationId,
  messageId,
  uid,
}: Things): Record<EndpointName, Example> {
  const params = { conversationId };
  const text = {
    messageId: newId(),
    kind: "text",
    text: "Hola",
    attachments: [],
    replyTo: messageId,
  };
  const template = { id: "HX1", variables: { name: "Ana" } };
  const channel = { channelId: "twilio-sms" };
  const lead = { leadId: "l1" };
  const stage = { id: "visit", name: "Visita", color: "#4b4fe0", states: ["new"], limit: 20 };
  const account = {
    provider: "twilio",
    platform: "sms",
    address: "+15550100009",
    settings: { messagingServiceSid: `MG${"0".repeat(32)}` },
    credentials: { accountSid: `AC${"0".repeat(32)}`, authToken: "t" },
  };
  return {
    sendMessage: { params, body: { ...text, template } },
    retryMessage: { params: { conversationId, messageId }, body: { messageId: newId() } },
    fetchFilesAgain: { params: { conversationId, messageId } },
    startConversation: {
      params: { channelId: "twilio-sms" },
      body: {
        messageId: newId(),
        kind: "text",
        text: "Hola",
        to: "+56940000001",
        name: "Ana",
        template,
      },
    },
    createContact: {
      body: {
        id: newId(),
        name: "Ana",
        phones: ["+56981000999"],
        emails: ["ana@ejemplo.cl"],
        company: "Ejemplo",
        country: "CL",
        language: "es",
        tags: ["vip"],
        fields: { rut: "1-9" },
        notes: "Llama",
        shared: true,
      },
    },
    getContact: { params: { contactId: "p1" } },
    listLeads: { query: { funnelId: "sales", stage: "initial", state: "new", limit: "5" } },
    getLead: { params: lead },
    createLead: {
      body: {
        id: newId(),
        contactId: "p1",
        conversationId,
        name: "Ana",
        kind: "sale",
        state: "new",
        value: { amount: 250_000, currency: "CLP" },
        ownerId: uid,
        expectedOn: "2026-12-24",
        tags: ["vip"],
        funnelId: "sales",
        stage: "initial",
      },
    },
    changeLead: {
      params: lead,
      body: { state: "lost", lostReason: "price", value: null, seen: { state: "new" } },
    },
    moveLead: {
      params: lead,
      body: { funnelId: "sales", stage: "debate", seen: "initial", after: "l2" },
    },
    addLeadNote: { params: lead, body: { id: newId(), text: "Llama mañana" } },
    listLeadNotes: { params: lead },
    listLeadHistory: { params: lead },
    getLeadSettings: {},
    changeLeadSettings: {
      body: { lostReasons: [{ id: "price", name: "Precio" }], reopenAfterDays: 14, seen: {} },
    },
    listFunnels: {},
    createFunnel: { body: { id: "rent", name: "Arriendos", stages: [stage] } },
    changeFunnel: {
      params: { funnelId: "sales" },
      body: { name: "Ventas", stages: [stage], moved: { initial: "visit" }, seen: {} },
    },
    classify: { body: { messages: [{ from: "customer", text: "hola" }], language: "es" } },
    getFunnelStatistics: { params: { funnelId: "sales" }, query: { days: "30" } },
    listConversations: {
      query: {
        status: "open",
        channelId: "twilio-sms",
        platform: "sms",
        priority: "normal",
        tag: "vip",
        assigneeId: "none",
        teamId: "t2",
        contactId: conversationId,
        funnelId: "sales",
        stage: "initial",
        since: "0",
        until: "4102444800000",
        limit: "5",
        cursor: "1-a",
      },
    },
    countConversations: {
      body: {
        of: [
          {
            status: ["open"],
            channelId: "twilio-sms",
            platform: "sms",
            priority: "normal",
            assigneeId: "none",
            since: 1,
            most: 100,
          },
          { waiting: true },
          { replyBefore: 1 },
          { failed: true },
          { resolvedSince: 1 },
        ],
      },
    },
    getConversation: { params },
    listMessages: { params, query: { since: "0", until: "1", limit: "5", cursor: "1-a" } },
    getMessage: { params: { conversationId, messageId } },
    addNote: {
      params,
      body: { messageId: newId(), text: "Llamar", attachments: [], mentions: [uid] },
    },
    seeMention: { params, body: { seen: 1 } },
    markRead: { params, body: { seen: 1 } },
    markUnread: { params },
    assignConversation: { params, body: { assigneeId: uid } },
    claimConversation: { params, body: { release: false, override: true } },
    setStatus: { params, body: { status: "waiting" } },
    setPriority: { params, body: { priority: "high" } },
    setTags: { params, body: { tags: ["vip"] } },
    snoozeConversation: { params, body: { until: Date.now() + 3_600_000 } },
    listChannels: {},
    listChannelKinds: {},
    getChannel: { params: channel },
    addChannel: {
      body: { id: `c-${newId()}`, name: "SMS", ...account },
    },
    changeChannel: {
      params: channel,
      body: {
        name: "SMS",
        enabled: true,
        address: "+15550100001",
        settings: { messagingServiceSid: "" },
        credentials: { authToken: "t", apiKeySid: null },
        notice: null,
        seen: { name: "SMS", enabled: true, address: "+1", settings: { a: "b" } },
      },
    },
    // Without a token, so that nobody is asked.
    testChannel: { params: channel, body: { credentials: { authToken: null } } },
    tryChannel: { body: { ...account, credentials: {} } },
    listDeadLetters: { params: channel, query: { limit: "5", cursor: "1-1-a" } },
    getDeadLetter: { params: { letterId: "nothing" } },
    replayDeadLetter: { params: { letterId: "nothing" } },
    replayDeadLetters: { params: channel, body: { cursor: "1-1-a" } },
    deleteDeadLetter: { params: { letterId: "nothing" } },
    getOperation: { params: { operationId: "nothing" } },
    undoOperation: { params: { operationId: "nothing" } },
    inviteMember: {
      body: { email: `${newId()}@hilo.test`, name: "Ana", role: "agent", language: "es" },
    },
    listMembers: {},
    inviteAgain: { params: { uid: "nobody" } },
    withdrawInvitation: { params: { uid: "nobody" } },
    getInvitation: { params: { workspaceId: "elsewhere" } },
    acceptInvitation: { params: { workspaceId: "elsewhere" } },
    setPassword: { body: { password: "chosen-password-1" } },
    changeMember: {
      params: { uid },
      body: { name: "Ana", enabled: true, role: "agent", seen: { name: "Ana", role: null } },
    },
    changeSignatures: { body: { signatures: { email: "<p>Ana</p>" }, seen: { signatures: {} } } },
    sayHere: { body: { state: "away", tabId: newId(), leaving: false } },
    getSignIn: {},
    endSessions: { params: { uid } },
    addApiKey: { body: { name: "CRM", scopes: ["send"], expiresAt: 4_102_444_800_000 } },
    listApiKeys: {},
    removeApiKey: { params: { apiKeyId: "nothing" } },
    uploadFile: { query: { channelId: "twilio-sms" } },
    linkFiles: { query: { ids: "a,b" } },
    linkHeldFile: { params: { fileId: "nothing" } },
    ...templateExamples(),
  };
}

type TemplateCalls = keyof typeof templateEndpoints;

function templateExamples(): Record<TemplateCalls, Example> {
  const params = { templateId: "nothing" };
  const approved = {
    channelId: "twilio-whatsapp",
    name: "pedido",
    language: "es",
    category: "UTILITY",
    header: { type: "text", text: "Pedido {{header}}" },
    footer: "Hilo",
    buttons: [{ type: "url", title: "Ver", value: "https://hilo.test/{{button0}}" }],
  };
  const written = {
    name: "Pedido",
    category: "Ventas",
    platforms: ["whatsapp"],
    text: "Hola {{1}}, va en camino.",
    examples: { "1": "Ana" },
  };
  return {
    listTemplates: {},
    createTemplate: { body: { id: newId(), ...written, approved } },
    changeTemplate: { params, body: { ...written, approved } },
    removeTemplate: { params },
    restoreTemplate: { params },
    copyTemplate: { params, body: { id: newId() } },
    submitTemplate: { params },
    syncTemplates: { params: { channelId: "twilio-sms" } },
    countTemplateUse: { params },
  };
}

/** The path of a call, its parameters written as they are. */
export function pathOf(name: EndpointName, { params = {}, query }: Example): string {
  const path = endpoints[name].path.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? "");
  return `/api/v1${path}${query ? `?${new URLSearchParams(query)}` : ""}`;
}
