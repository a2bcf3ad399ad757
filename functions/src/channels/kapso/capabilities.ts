import type { Capabilities, Platform } from "@hilo/schema";
import { whatsapp } from "../meta-capabilities.ts";

/** Kapso passes everything on that WhatsApp carries. */
export const capabilities: Partial<Record<Platform, Capabilities>> = { whatsapp };
