import { serverTime } from "./question.ts";

type Row = { is: string; data: object; may: boolean };

const right = { conversationId: "c1", state: "viewing", at: serverTime };
const { at: _, ...timeless } = right;
const { conversationId: __, ...nowhere } = right;
const { state: ___, ...stateless } = right;

/** What presence may look like. */
export const presenceRows: Row[] = [
  { is: "viewing", data: right, may: true },
  { is: "typing", data: { ...right, state: "typing" }, may: true },
  { is: "an id of one character", data: { ...right, conversationId: "A" }, may: true },
  { is: "an id of 128 characters", data: { ...right, conversationId: "A".repeat(128) }, may: true },
  { is: "an empty id", data: { ...right, conversationId: "" }, may: false },
  {
    is: "an id of 129 characters",
    data: { ...right, conversationId: "A".repeat(129) },
    may: false,
  },
  { is: "an id that is a list", data: { ...right, conversationId: ["A"] }, may: false },
  { is: "an id that is a map", data: { ...right, conversationId: { a: "A" } }, may: false },
  { is: "an id that is a number", data: { ...right, conversationId: 5 }, may: false },
  { is: "a state of its own", data: { ...right, state: "gone" }, may: false },
  { is: "no state", data: { ...right, state: null }, may: false },
  { is: "a time of its own", data: { ...right, at: new Date("2030-01-01") }, may: false },
  { is: "a time in milliseconds", data: { ...right, at: Date.now() }, may: false },
  { is: "one field more", data: { ...right, uid: "ada" }, may: false },
  { is: "without a time", data: timeless, may: false },
  { is: "without a conversation", data: nowhere, may: false },
  { is: "without a state", data: stateless, may: false },
  { is: "no conversation", data: { ...right, conversationId: null }, may: false },
  { is: "a name of their own", data: { ...right, name: "Ada" }, may: false },
  { is: "nothing at all", data: {}, may: false },
];
