import { deepEqual, ok } from "node:assert/strict";
import { manifest } from "../../scripts/firestore-jar.ts";
import { storedZip } from "../../scripts/stored-zip.ts";

const jar = `/usr/lib/${"long-name/".repeat(20)}emulator.jar`;

describe("the launcher of the Cloud SDK's emulator", () => {
  it("keeps every line of its manifest within 72 bytes, and unfolds to the jar", () => {
    const lines = manifest(jar).split("\r\n");
    ok(lines.every((line) => Buffer.byteLength(line) <= 72));
    const unfolded = manifest(jar).replaceAll("\r\n ", "").split("\r\n");
    deepEqual(unfolded.slice(1, 3), [
      "Main-Class: com.google.cloud.datastore.emulator.firestore.CloudFirestore",
      `Class-Path: file://${jar}`,
    ]);
  });
  it("is a zip whose directory points at its one file", () => {
    const zip = storedZip("META-INF/MANIFEST.MF", "hello");
    const end = zip.length - 22;
    ok(zip.readUInt32BE(end) === 0x504b0506 && zip.readUInt16LE(end + 10) === 1);
    const directory = zip.readUInt32LE(end + 16);
    ok(zip.readUInt32BE(directory) === 0x504b0102 && zip.readUInt32LE(directory + 42) === 0);
    ok(zip.readUInt32BE(0) === 0x504b0304 && zip.includes("META-INF/MANIFEST.MFhello"));
  });
});
