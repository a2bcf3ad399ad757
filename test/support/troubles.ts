import assert from "node:assert/strict";
import type { ConsoleMessage, Page, Request } from "playwright-core";

/**
 * What is said where the emulator took its time, by Firestore's client and by the API, which asks to come again in a
 * moment; it says nothing of the page. A page that asks at a wrong place, or does not come again, shows no data, and
 * its test fails by that.
 */
const slowMachine =
  /Could not reach Cloud Firestore backend\. Backend didn't respond within|Failed to load resource: .* status of 503 /;

/** Everything a page complains about, and every request of it that would leave this machine. */
export class Troubles {
  readonly all: string[] = [];

  constructor(page: Page) {
    page.on("console", (message) => this.#heard(message));
    page.on("pageerror", (error) => this.all.push(`error: ${error.message}`));
    page.on("request", (request) => this.#asked(request));
  }

  /** Fails with what is left when the `expected` is taken out. */
  check(expected?: RegExp): void {
    assert.deepEqual(
      this.all.filter((one) => !expected?.test(one)),
      [],
    );
  }

  /** Violations of the content security policy come as errors of the console as well. */
  #heard(message: ConsoleMessage): void {
    if (!["error", "warning", "assert"].includes(message.type())) return;
    if (slowMachine.test(message.text())) return;
    this.all.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  }

  #asked(request: Request): void {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") {
      this.all.push(`left this machine: ${request.url()}`);
    }
  }
}
