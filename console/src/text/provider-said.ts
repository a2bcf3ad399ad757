import { texts } from "./texts.ts";

/** Words for what a provider said in its own, which nobody has to read here. */
export const t = texts({
  es: {
    copy: "Copiar el detalle del proveedor",
    copied: "Detalle copiado.",
    notCopied: "No se pudo copiar el detalle.",
  },
  en: {
    copy: "Copy the provider's details",
    copied: "Details copied.",
    notCopied: "The details could not be copied.",
  },
});
