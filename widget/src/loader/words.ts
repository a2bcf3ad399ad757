import type { Language } from "../protocol.ts";

type Words = { open: string; close: string; chat: string; unread: (count: number) => string };

export const words: Record<Language, Words> = {
  es: {
    open: "Abrir el chat",
    close: "Cerrar el chat",
    chat: "Chat",
    unread: (count) => (count === 1 ? "1 mensaje sin leer" : `${count} mensajes sin leer`),
  },
  en: {
    open: "Open the chat",
    close: "Close the chat",
    chat: "Chat",
    unread: (count) => (count === 1 ? "1 unread message" : `${count} unread messages`),
  },
};
