import "./hilo-chat.ts";
