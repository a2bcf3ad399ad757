import { serverTime } from "./question.ts";

type Row = { is: string; data: object; may: boolean };

const right = { name: "Ana", state: "viewing", at: serverTime };
const { at: _, ...timeless } = right;
const { name: __, ...nameless } = right;
const { state: ___, ...stateless } = right;

/** What presence may look like. */
export const presenceRows: Row[] = [
  { is: "viewing", data: right, may: true },
  { is: "typing", data: { ...right, state: "typing" }, may: true },
  { is: "a name of one character", data: { ...right, name: "A" }, may: true },
  { is: "a name of 80 characters", data: { ...right, name: "A".repeat(80) }, may: true },
  { is: "an empty name", data: { ...right, name: "" }, may: false },
  { is: "a name of 81 characters", data: { ...right, name: "A".repeat(81) }, may: false },
  { is: "a name that is a list", data: { ...right, name: ["A"] }, may: false },
  { is: "a name that is a map", data: { ...right, name: { a: "A" } }, may: false },
  { is: "a name that is a number", data: { ...right, name: 5 }, may: false },
  { is: "a state of its own", data: { ...right, state: "gone" }, may: false },
  { is: "no state", data: { ...right, state: null }, may: false },
  { is: "a time of its own", data: { ...right, at: new Date("2030-01-01") }, may: false },
  { is: "a time in milliseconds", data: { ...right, at: Date.now() }, may: false },
  { is: "one field more", data: { ...right, uid: "ada" }, may: false },
  { is: "without a time", data: timeless, may: false },
  { is: "without a name", data: nameless, may: false },
  { is: "without a state", data: stateless, may: false },
  { is: "nothing at all", data: {}, may: false },
];
