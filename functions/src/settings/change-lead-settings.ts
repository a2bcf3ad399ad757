import { LeadSettings } from "@hilo/schema";
import { audit, changesOf, type Doer } from "../audit/audit.ts";
import { refuseChanged } from "../audit/seen.ts";
import { db, read } from "../platform/firestore.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import { forgetLeadSettings, leadSettingsOf } from "./lead-settings.ts";
import { leadSettingsAt } from "./store.ts";

type Changes = { [F in keyof LeadSettings]?: LeadSettings[F] | undefined };

/** Changes how leads end in a workspace. */
export async function changeLeadSettings(
  doer: Doer,
  { seen, ...changes }: Changes & { seen?: Readonly<Record<string, unknown>> | undefined },
) {
  const { workspaceId } = doer;
  const ref = leadSettingsAt(workspaceId);
  await oneByOne(ref.path, () =>
    db().runTransaction(async (transaction) => {
      const own = read(LeadSettings, await transaction.get(ref)) ?? LeadSettings.parse({});
      forgetLeadSettings();
      const { lostReasons } = await leadSettingsOf(workspaceId);
      const before = { ...own, lostReasons: own.lostReasons ?? lostReasons };
      await refuseChanged({ workspaceId, target: "settings/leads", before, seen, wanted: changes });
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      const told = changesOf<Partial<LeadSettings>>(before, Object.fromEntries(given));
      if (Object.keys(told).length === 0) return;
      transaction.set(ref, { ...own, ...Object.fromEntries(given) });
      audit(transaction, doer, "leads.settings", "settings/leads", told);
    }),
  );
  forgetLeadSettings();
  return leadSettingsOf(workspaceId);
}
