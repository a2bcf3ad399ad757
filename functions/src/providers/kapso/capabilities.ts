import type { Capabilities, Platform } from "@hilo/schema";
import { whatsapp } from "../meta-capabilities.ts";

const { files: _, ...templates } = whatsapp.templates;

/** Kapso passes everything on that WhatsApp carries, but for the file above a template when that is submitted. */
export const capabilities: Partial<Record<Platform, Capabilities>> = {
  whatsapp: { ...whatsapp, templates },
};
