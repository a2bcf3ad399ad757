import type { OutboundFile, OutboundMessage } from "../../../../functions/src/providers/adapter.ts";

/** A message on its way out. */
export function message(given: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    workspaceId: "demo",
    channelId: "meta",
    conversationId: "conv1",
    messageId: "msg1",
    platform: "whatsapp",
    from: "+56227654321",
    to: "+56987654321",
    kind: "text",
    text: "",
    files: [],
    webhook: "https://hilo.example/webhooks/meta/demo",
    settings: {},
    author: "Paula",
    ...given,
  };
}

export function file(url: string, type: string, name = "file"): OutboundFile {
  return { url, type, name, size: 10, read: async () => Buffer.from("x") };
}

type Template = NonNullable<OutboundMessage["template"]>;
type Given = { [Key in keyof Template]?: Template[Key] | undefined };

/** An approved template with its values; a part given as undefined is left out. */
export function template(given: Given = {}): Template {
  const whole = {
    channelId: "whatsapp",
    externalId: "1",
    name: "order_confirmation",
    language: "en_US",
    category: "UTILITY",
    status: "approved",
    reason: null,
    quality: null,
    header: { type: "image" },
    text: "Hi {{customer_name}}, your order {{order_number}} is on its way.",
    buttons: [
      { type: "url", title: "Track", value: "https://example.com/{{button0}}" },
      { type: "reply", title: "Thanks" },
    ],
    variables: {
      header: "https://cdn.example.com/a.jpg",
      customer_name: "Ana",
      order_number: "42",
      button0: "42",
    },
    ...given,
  };
  const kept = Object.entries(whole).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Template;
}
