import type { PropertyDeclarations, PropertyValues } from "lit";
import { HiloElement } from "./element.ts";

/** What shows a file that is still on this device, by an address that lasts while it is on the page. */
export class OwnFile extends HiloElement {
  static override properties: PropertyDeclarations = { file: { attribute: false } };
  declare file: Blob | undefined;
  /** Empty as long as there is no file. */
  protected address = "";

  constructor() {
    super();
    this.file = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate("file");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("file")) return;
    this.forget();
    if (this.file && this.isConnected) this.address = URL.createObjectURL(this.file);
  }

  /** The browser holds the bytes for as long as they have an address. */
  protected forget(): void {
    if (this.address !== "") URL.revokeObjectURL(this.address);
    this.address = "";
  }
}
