import {
  type KnownFunnel,
  type Language,
  type ShippedFunnel,
  type Stage,
  shippedFunnels,
} from "@hilo/schema";
import { texts } from "../texts/texts.ts";

type Look = Pick<Stage, "color" | "states" | "staleDays">;

/** How the stages of the shipped funnels look, and what state their leads are in. */
const looks: Record<ShippedFunnel, Record<string, Look>> = {
  sales: {
    initial: { color: "#8a93a3", states: ["new", "inProgress"], staleDays: 7 },
    negotiation: { color: "#4b4fe0", states: ["negotiation", "inProgress"], staleDays: 7 },
    debate: { color: "#a15c00", states: ["negotiation"], staleDays: 14 },
    closing: { color: "#12805c", states: ["negotiation"], staleDays: 7 },
  },
  support: {
    firstContact: { color: "#8a93a3", states: ["new", "inProgress"], staleDays: 2 },
    inProcess: { color: "#4b4fe0", states: ["inProgress"], staleDays: 7 },
    closing: { color: "#12805c", states: ["inProgress"], staleDays: 7 },
  },
};

/** The funnels that ship with Hilo, in a language. */
export function shippedIn(language: Language): KnownFunnel[] {
  const names = texts[language].funnels;
  return (Object.keys(shippedFunnels) as ShippedFunnel[]).map((id, order) => ({
    id,
    order,
    name: names[id].name,
    stages: shippedFunnels[id].map((stage) => ({
      id: stage,
      name: (names[id].stages as Record<string, string>)[stage] ?? stage,
      ...(looks[id][stage] ?? { color: "#8a93a3" }),
    })),
  }));
}
