import { Template } from "@hilo/schema";
import { workspace } from "../../functions/src/platform/firestore.ts";
import type { KeptTemplate } from "../../functions/src/providers/adapter.ts";
import {
  templateFrom as fromMeta,
  MetaTemplate,
} from "../../functions/src/providers/meta-kept-template.ts";
import {
  templateFrom as fromTwilio,
  TwilioContent,
} from "../../functions/src/providers/twilio/templates-wire.ts";
import { entryFrom, idOf } from "../../functions/src/templates/kept-entry.ts";
import { demoTemplates, pageTemplates } from "../../simulator/src/providers/meta/templates-demo.ts";
import { demoContents } from "../../simulator/src/providers/twilio/content-demo.ts";
import { type ChannelId, channelTable } from "./channel-table.ts";
import { createMissing } from "./create.ts";
import { quickReplies } from "./quick-replies.ts";
import { workspaceId } from "./workspace.ts";

const day = 24 * 60 * 60 * 1000;

/** What the members call the templates that providers hold, and how often they were sent. */
const titles: Record<string, { name: string; category: string; used: number }> = {
  seguimiento_consulta: { name: "Seguimiento de consulta", category: "Ventas", used: 34 },
  vencimiento_f29: { name: "Vencimiento del F29", category: "Contabilidad", used: 61 },
  cierre_anual: { name: "Cierre anual", category: "Ventas", used: 0 },
  oferta_relampago: { name: "Oferta relámpago", category: "Ventas", used: 0 },
  saludo: { name: "Retomar la conversación", category: "Atención", used: 48 },
  caso_resuelto: { name: "Caso resuelto", category: "Atención", used: 22 },
  comprobante_de_pago: { name: "Comprobante de pago", category: "Cobranza", used: 17 },
  encuesta_de_atencion: { name: "Encuesta de atención", category: "Atención", used: 0 },
  cita_confirmada: { name: "Cita confirmada", category: "Atención", used: 9 },
  caso_actualizado: { name: "Novedad de tu caso", category: "Atención", used: 26 },
  pago_recibido: { name: "Pago recibido", category: "Cobranza", used: 5 },
  oferta_del_mes: { name: "Oferta del mes", category: "Ventas", used: 0 },
  descuento_socios: { name: "Descuento para socios", category: "Ventas", used: 0 },
};

/** Creates the quick replies, and the templates as a sync would have brought them. */
export async function seedTemplates(now: number): Promise<void> {
  const contents = demoContents.map((content) => fromTwilio(TwilioContent.parse(content)));
  const kept = demoTemplates.map((one) => fromMeta(MetaTemplate.parse(one), "whatsapp"));
  const ofPage = pageTemplates.map((one) => fromMeta(MetaTemplate.parse(one), "page"));
  await Promise.all([
    seedQuickReplies(now),
    ...contents.map((one) => one && seedKept("twilio-whatsapp", one, now)),
    ...kept.flatMap((one) => [seedKept("whatsapp", one, now), seedKept("kapso", one, now)]),
    ...ofPage.map((one) => seedKept("messenger", one, now)),
  ]);
}

async function seedQuickReplies(now: number): Promise<void> {
  const root = workspace(workspaceId).collection("templates");
  const at = new Date(now - 60 * day);
  for (const [id, { platforms = [], examples = {}, ...written }] of Object.entries(quickReplies))
    await createMissing(root.doc(`demo-${id}`), Template, {
      ...written,
      platforms,
      examples,
      approved: null,
      createdAt: at,
      updatedAt: at,
    });
}

async function seedKept(channelId: ChannelId, kept: KeptTemplate, now: number): Promise<void> {
  const at = now - 30 * day;
  const place = workspace(workspaceId).collection("templates").doc(idOf(channelId, kept));
  await createMissing(place, Template, {
    ...entryFrom({ channelId, platform: channelTable[channelId].platform }, kept, at),
    ...titles[kept.name],
    createdAt: new Date(at),
    updatedAt: new Date(at),
  });
}
