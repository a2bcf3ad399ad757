import type { Voice } from "./voice.ts";

const people = ["ana@example.com", "bruno@example.com", "carla@example.org"];
const names = ["Ana", "Bruno", "Carla"];

function idOf(serial: number): string {
  return `letter-${serial}@mail.example.com`;
}

/** E-mail as Postmark posts it. */
export const email: Voice = {
  provider: "email",
  platform: "email",
  channelId: "email",
  address: "hola@hilo.test",
  settings: { smtpHost: "127.0.0.1", smtpPort: "4025" },
  credentials: { postmarkBasic: "postmark:test_postmark" },
  people: people.length,
  addressesOf: (person) => people.slice(person, person + 1),
  nameOf: (person) => names[person] ?? "",
  timed: true,
  window: null,
  tells: ["letter"],
  externalId: idOf,
  envelope: (workspaceId, told) => {
    if (told.type !== "letter") throw new Error("Postmark's inbound stream tells letters only");
    const date = new Date(told.at).toUTCString();
    return {
      path: `/webhooks/email/${workspaceId}/email/postmark`,
      headers: {
        "content-type": "application/json",
        authorization: `Basic ${Buffer.from("postmark:test_postmark").toString("base64")}`,
      },
      body: JSON.stringify({
        From: people[told.person],
        FromName: names[told.person],
        To: "hola@hilo.test",
        OriginalRecipient: "hola@hilo.test",
        Subject: "Consulta",
        MessageID: "22c74902-a0c1-4511-804f-341342852c90",
        Date: date,
        TextBody: told.text,
        Headers: [{ Name: "Message-ID", Value: `<${idOf(told.serial)}>` }],
        Attachments: [],
      }),
    };
  },
};
