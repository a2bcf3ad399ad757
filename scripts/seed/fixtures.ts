/** The sample files that come with some messages; they lie in `files/`. */
export const fixtures = {
  "caja-rota.jpg": { type: "image/jpeg", kind: "image" },
  "comprobante.jpg": { type: "image/jpeg", kind: "image" },
  "fachada.jpg": { type: "image/jpeg", kind: "image" },
  "producto.jpg": { type: "image/jpeg", kind: "image" },
  "error-sii.png": { type: "image/png", kind: "image" },
  "cotizacion-plan-equipo.pdf": { type: "application/pdf", kind: "document" },
  "factura-20418.pdf": { type: "application/pdf", kind: "document" },
  "nota-de-voz.ogg": { type: "audio/ogg", kind: "audio" },
} as const;

export type FixtureName = keyof typeof fixtures;

/** Where a sample file lies. */
export function pathOf(name: FixtureName): URL {
  return new URL(`files/${name}`, import.meta.url);
}
