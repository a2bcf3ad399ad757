/** The ways a WhatsApp sender may be named from one message to the next; each person writes in all their ways. */
export type Person = { name: string; ways: { phone?: string; userId?: string }[] };

export const people: Person[] = [
  { name: "with a phone only", ways: [{ phone: "+56911110001" }] },
  {
    name: "with phone and user id",
    ways: [{ phone: "+56911110002", userId: "CL.2000000000000002" }],
  },
  { name: "without a phone", ways: [{ userId: "CL.2000000000000003" }] },
  {
    name: "who shows a phone at times",
    ways: [
      { userId: "CL.2000000000000004" },
      { phone: "+56911110004", userId: "CL.2000000000000004" },
    ],
  },
  {
    name: "known by phone before user ids",
    ways: [{ phone: "+56911110005" }, { phone: "+56911110005", userId: "CL.2000000000000005" }],
  },
];

export type Letter = { person: number; way: number; sid: string; text: string };

/** The form Twilio posts for a letter. */
export function formOf({ person, way, sid, text }: Letter): Record<string, string> {
  const ways = people[person]?.ways ?? [];
  const { phone, userId } = ways[way % ways.length] ?? {};
  return {
    MessageSid: sid,
    From: `whatsapp:${phone ?? userId}`,
    To: "whatsapp:+15550100001",
    Body: text,
    NumMedia: "0",
    ProfileName: people[person]?.name ?? "",
    ...(phone ? { WaId: phone.slice(1) } : {}),
    ...(userId ? { ExternalUserId: userId } : {}),
  };
}
