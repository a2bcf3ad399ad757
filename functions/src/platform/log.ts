import { createRequire } from "node:module";
import type winston from "winston";
import { config } from "./config.ts";
import { type Fields, redact } from "./redact.ts";

/**
 * Writes what happened as one JSON line, in the shape Cloud Logging reads: an event name and fields that are
 * ids and counts. Fields that could tell what people wrote, are called by or sign in with are withheld.
 * https://cloud.google.com/logging/docs/structured-logging
 */
export const log = {
  debug: (event: string, fields: Fields = {}): void => write("debug", event, fields),
  info: (event: string, fields: Fields = {}): void => write("info", event, fields),
  warn: (event: string, fields: Fields = {}): void => write("warn", event, fields),
  error: (event: string, fields: Fields = {}): void => write("error", event, fields),
};

const severities: Record<string, string> = {
  debug: "DEBUG",
  info: "INFO",
  warn: "WARNING",
  error: "ERROR",
};

let logger: Promise<winston.Logger> | undefined;

/** The logger loads with its first line, since most instances answer their first request without one. */
function write(level: string, event: string, fields: Fields): void {
  const line = { fields: redact(fields), time: new Date().toISOString() };
  logger ??= createLogger();
  logger.then((loaded) => loaded.log(level, event, line)).catch(failLoudly);
}

function failLoudly(error: unknown): never {
  throw new Error("The log cannot be written", { cause: error });
}

async function createLogger(): Promise<winston.Logger> {
  const { default: winston } = await import("winston");
  const { LOG_LEVEL, LOG_FOLDER, FUNCTIONS_EMULATOR } = config();
  const file = FUNCTIONS_EMULATOR && LOG_FOLDER ? [fileTransport(LOG_FOLDER)] : [];
  return winston.createLogger({
    level: LOG_LEVEL === "silent" ? "error" : LOG_LEVEL,
    silent: LOG_LEVEL === "silent",
    format: winston.format.printf((line) => toLine(line)),
    transports: [new winston.transports.Console(), ...file],
  });
}

function toLine({ level, message, fields, time }: winston.Logform.TransformableInfo): string {
  const reserved = { severity: severities[level], message, time };
  return JSON.stringify({ ...(fields as Fields), ...reserved });
}

/** Loaded by name at run time, so that the deployed bundle does not carry what only an emulator uses. */
function fileTransport(folder: string): winston.transport {
  const DailyRotateFile = createRequire(import.meta.url)("winston-daily-rotate-file");
  return new DailyRotateFile({
    dirname: folder,
    filename: "functions-%DATE%.log",
    datePattern: "YYYY-MM-DD",
    maxSize: "10m",
    maxFiles: "7d",
  });
}
