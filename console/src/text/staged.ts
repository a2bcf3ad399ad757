import { texts } from "./texts.ts";

/** Words of the files that go along with an answer or a note. */
export const t = texts({
  es: {
    tile: (at: number, of: number) => `${at} de ${of}`,
    tileKeys: "Ver de cerca. Alt y las flechas lo mueven; Supr lo quita",
    addCaption: "Añadir texto",
    movedTo: (name: string, at: number, of: number) => `${name} quedó en el lugar ${at} de ${of}`,
    remove: (name: string) => `Quitar ${name}`,
    uploading: (percent: string) => `Subiendo ${percent}`,
    uploadsLater: "Se subirá cuando vuelva la conexión",
    notCarried: (name: string, channel: string) => `${channel} no admite archivos como ${name}.`,
    tooBig: (name: string, size: string, most: string) =>
      `${name} pesa ${size} y este canal admite hasta ${most}.`,
    tooMany: (most: number) => `Se pueden enviar ${most} archivos a la vez.`,
    noFiles: "Este canal no admite archivos.",
    emptyFile: (name: string) => `${name} está vacío.`,
  },
  en: {
    tile: (at, of) => `${at} of ${of}`,
    tileKeys: "Look closer. Alt and the arrows move it; Delete removes it",
    addCaption: "Add a caption",
    movedTo: (name, at, of) => `${name} is now ${at} of ${of}`,
    remove: (name) => `Remove ${name}`,
    uploading: (percent) => `Uploading ${percent}`,
    uploadsLater: "Uploads when the connection is back",
    notCarried: (name, channel) => `${channel} does not carry files such as ${name}.`,
    tooBig: (name, size, most) => `${name} has ${size}; this channel carries up to ${most}.`,
    tooMany: (most) => `${most} files can be sent at once.`,
    noFiles: "This channel carries no files.",
    emptyFile: (name) => `${name} is empty.`,
  },
});
