import { texts } from "./texts.ts";

/** Words of the files that are looked at before they go. */
export const t = texts({
  es: {
    heading: (at: number, of: number, name: string) =>
      of === 1 ? name : `${at} de ${of}: ${name}`,
    files: "Archivos",
    caption: "Añade un texto",
    captionOf: (name: string) => `Texto de ${name}`,
    none: "Este archivo va sin texto propio.",
    earlier: "Mover antes",
    later: "Mover después",
    remove: (name: string) => `Quitar ${name}`,
    done: "Listo",
  },
  en: {
    heading: (at, of, name) => (of === 1 ? name : `${at} of ${of}: ${name}`),
    files: "Files",
    caption: "Add a caption",
    captionOf: (name) => `Caption of ${name}`,
    none: "This file goes without a caption of its own.",
    earlier: "Move earlier",
    later: "Move later",
    remove: (name) => `Remove ${name}`,
    done: "Done",
  },
});
