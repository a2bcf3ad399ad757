import { deepEqual, equal } from "node:assert/strict";
import {
  type Constraint,
  disjunctsOf,
  holdings,
  isVisibleTo,
  sightOf,
  type Viewer,
  type Whose,
} from "@hilo/schema";

const viewers: Record<string, Viewer> = {
  "all she wants": { id: "ana", see: "all", teams: [] },
  "her teams": { id: "ana", see: "team", teams: ["t1", "t2"] },
  "her teams, though she is in none": { id: "ana", see: "team", teams: [] },
  "her own, whatever her teams": { id: "ana", see: "own", teams: ["t1"] },
};

type Row = { of: string; whose: Whose; by: string[] };

const all = Object.keys(viewers);
const teams = all.slice(0, 3);
const rows: Row[] = [
  { of: "hers", whose: { holderId: "ana", teamId: "t9" }, by: all },
  {
    of: "where she is a guest",
    whose: { holderId: "eva", teamId: "t9", guests: ["ana"] },
    by: all,
  },
  { of: "nobody's, in no team", whose: { holderId: "none", teamId: "none" }, by: teams },
  {
    of: "nobody's, in a team of hers",
    whose: { holderId: "none", teamId: "t1" },
    by: ["all she wants", "her teams"],
  },
  {
    of: "a colleague's, in a team of hers",
    whose: { holderId: "eva", teamId: "t2" },
    by: ["all she wants", "her teams"],
  },
  {
    of: "a colleague's, in no team",
    whose: { holderId: "eva", teamId: "none", guests: ["eva"] },
    by: ["all she wants"],
  },
  {
    of: "nobody's, in another team",
    whose: { holderId: "none", teamId: "t9" },
    by: ["all she wants"],
  },
];

/** Whether a document is in a list that is asked for by these constraints. */
function isIn(document: Record<string, unknown>, constraints: readonly Constraint[]): boolean {
  return constraints.every(({ field, op, value }) => {
    const found = document[field];
    if (op === "==") return found === value;
    if (op === "in") return value.includes(String(found));
    return Array.isArray(found) && found.includes(value);
  });
}

describe("who sees a conversation", () => {
  for (const { of, whose, by } of rows) {
    it(`${of}: whoever sees ${by.join("; ")}`, () => {
      const seen = all.filter((name) => {
        const viewer = viewers[name];
        return viewer && isVisibleTo(viewer, whose);
      });
      deepEqual(seen, by);
    });
  }

  for (const [name, viewer] of Object.entries(viewers)) {
    for (const [collection, holding] of Object.entries(holdings)) {
      it(`is asked for in ${collection} by lists of nothing else: ${name}`, () => {
        for (const { of, whose } of rows) {
          const { holderId, teamId } = whose;
          const guests = holding.guests ? whose.guests : undefined;
          const document = { [holding.holder]: holderId, teamId, guests };
          const found = disjunctsOf(viewer, holding).some((one) => isIn(document, one));
          equal(found, isVisibleTo(viewer, { holderId, teamId, guests }), of);
        }
      });
    }
  }

  it("is everybody who leads, whatever they are let see", () => {
    equal(sightOf("supervisor", "own"), "all");
    equal(sightOf("admin", "team"), "all");
    equal(sightOf("agent", "own"), "own");
  });
});
