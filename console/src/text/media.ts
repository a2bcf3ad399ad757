import { texts } from "./texts.ts";

/** What can be done with a picture, a file or a sound that is shown. */
export const t = texts({
  es: {
    zoomIn: "Acercar",
    zoomOut: "Alejar",
    download: (name: string) => `Descargar ${name}`,
    play: "Reproducir",
    pause: "Pausar",
    speed: "Velocidad",
    seek: "Posición",
  },
  en: {
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    download: (name) => `Download ${name}`,
    play: "Play",
    pause: "Pause",
    speed: "Speed",
    seek: "Position",
  },
});
