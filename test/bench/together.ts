import {
  type Done,
  type Errand,
  type Place,
  visited,
  type What,
  work,
} from "../delivery/colleague.ts";
import { startInstances } from "../delivery/instances.ts";
import { ms } from "./support/figures.ts";
import { report } from "./support/report.ts";

// Twenty acts at once in one conversation, on one instance and on as many: `npm run bench:together`.

const many = 20;
const team = Array.from({ length: many }, (_, who) => who);
const instances = await startInstances(many);
let serial = 0;

type Way = (errand: Errand) => Promise<Done>;

const ways: Record<string, Way> = {
  "on one instance": work,
  "on twenty": async (errand) =>
    (await instances[errand.who]?.work(errand)) ?? Promise.reject(new Error("No such instance")),
};

const rows = [];
for (const what of ["send", "claim", "act"] as const)
  for (const [name, way] of Object.entries(ways)) {
    await inTurn(what, way, await visited());
    const apart = await inTurn(what, way, await visited());
    const together = await atOnce(what, way, await visited());
    const ratio = together.time / apart.time;
    rows.push(
      {
        what: `${what} ${name}: refused`,
        figure: String(together.refused),
        budget: "0",
        ok: together.refused === 0,
      },
      {
        what: `${what} ${name}: ${ms(together.time)} at once, against ${ms(apart.time)} in turn`,
        figure: ratio.toFixed(2),
        budget: "≤ 5",
        ok: ratio <= 5,
      },
    );
  }
report(rows);
for (const instance of instances) instance.stop();
process.exit();

function inTurn(what: What, way: Way, place: Place) {
  return timed(async () => {
    const done = [];
    for (const who of team) done.push(await way(errand(what, who, place)));
    return done;
  });
}

function atOnce(what: What, way: Way, place: Place) {
  return timed(() => Promise.all(team.map((who) => way(errand(what, who, place)))));
}

function errand(what: What, who: number, place: Place): Errand {
  serial += 1;
  return { ...place, what, who, serial };
}

async function timed(run: () => Promise<Done[]>) {
  const from = performance.now();
  const done = await run();
  const refused = done.filter(({ status }) => status !== 200).length;
  return { time: performance.now() - from, refused };
}
