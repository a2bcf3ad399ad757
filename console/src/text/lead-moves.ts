import { texts } from "./texts.ts";

/** Words of what becomes of a lead that is moved or ended, or why it is not. */
export const t = texts({
  es: {
    tray: "Sin clasificar",
    moved: (name: string, stage: string) => `${name} pasó a ${stage}`,
    reordered: (name: string) => `${name} cambió de lugar`,
    movedBack: (name: string, stage: string) => `${name} volvió a ${stage}`,
    wasWon: (name: string) => `${name}: ganada`,
    wasLost: (name: string) => `${name}: perdida`,
    reopened: (name: string) => `${name}: abierta de nuevo`,
    refusedBy: (who: string, stage: string) => `${who} la movió antes a ${stage}`,
    refusedRule: (stage: string) => `Ya había pasado a ${stage} por lo que escribió`,
    refusedTray: "Ya no estaba donde la viste",
    refusedTaken: (name: string) => `${name} ya tiene una oportunidad abierta en ese embudo`,
    refusedEnded: "Ya había terminado. Ábrela de nuevo para moverla",
  },
  en: {
    tray: "Not classified",
    moved: (name, stage) => `${name} moved to ${stage}`,
    reordered: (name) => `${name} changed place`,
    movedBack: (name, stage) => `${name} is back in ${stage}`,
    wasWon: (name) => `${name}: won`,
    wasLost: (name) => `${name}: lost`,
    reopened: (name) => `${name}: open again`,
    refusedBy: (who, stage) => `${who} moved it to ${stage} first`,
    refusedRule: (stage) => `It had moved to ${stage} by what they wrote`,
    refusedTray: "It was no longer where you saw it",
    refusedTaken: (name) => `${name} has an open lead in that funnel already`,
    refusedEnded: "It had ended. Open it again to move it",
  },
});
