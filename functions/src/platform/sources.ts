import { existsSync, readFileSync } from "node:fs";
import { SourceMap, type SourceOrigin } from "node:module";
import { fileURLToPath } from "node:url";

// Node could do this by itself, but reads and parses every map while a function starts, and decodes one whenever a
// library looks at a trace. Here a map is read when a trace is told.

/** The maps that were read, by the bundle's files; undefined for a file without one. */
const maps = new Map<string, SourceMap | undefined>();

/** A trace that names our sources, as paths of the repository, in the place of the bundle's files. */
export function inSources(trace: string): string {
  return trace.replace(/(file:\/\/[^\s()]+\.js):(\d+):(\d+)/g, (place, file, line, column) => {
    const map = mapOf(file);
    const origin: Partial<SourceOrigin> = map?.findOrigin(Number(line), Number(column)) ?? {};
    const { fileName, lineNumber, columnNumber } = origin;
    return fileName ? `${fileName}:${lineNumber}:${columnNumber}` : place;
  });
}

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(`${fileURLToPath(file)}.map`));
  return maps.get(file);
}

function readMap(path: string): SourceMap | undefined {
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, "utf8"))) : undefined;
}

/** A function that throws what another one throws, with a trace that names our sources: Firebase logs it as it is. */
export function traced<Args extends unknown[]>(
  run: (...args: Args) => Promise<void>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    try {
      await run(...args);
    } catch (error) {
      if (error instanceof Error && error.stack) error.stack = inSources(error.stack);
      throw error;
    }
  };
}
