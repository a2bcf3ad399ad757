import type { Danger } from "@hilo/schema";
import { hasPart, isCompound } from "./compound.ts";

/**
 * Endings by which a system runs what it opens: what mail services refuse, and what installs itself or leads
 * elsewhere on other systems. @see https://support.google.com/mail/answer/6590
 */
const endings: Readonly<Record<Danger, string>> = {
  program:
    "exe com scr pif cpl dll sys ocx drv vxd xll msi msp mst msix msixbundle appx appxbundle appinstaller application appref-ms jar jnlp apk aab ipa deb rpm pkg mpkg app run appimage flatpakref crx xpi chm gadget swf class lib nsh ade adp mde",
  script:
    "bat cmd ps1 ps1xml psm1 psd1 vb vbs vbe js jse mjs ws wsf wsh wsc sct hta msc reg inf ins isp sh bash zsh command csh scpt applescript py pyw diagcab diagcfg diagpkg shb osx",
  macros: "",
  page: "mht mhtml shtml svgz",
  shortcut:
    "lnk url website webloc inetloc fileloc desktop scf library-ms search-ms searchconnector-ms settingcontent-ms theme rdp",
  disk: "iso img vhd vhdx vmdk dmg udf",
};

const byEnding = new Map(
  Object.entries(endings).flatMap(([danger, list]) =>
    list.split(" ").map((ending) => [ending, danger as Danger] as const),
  ),
);

const types: Readonly<Record<string, Danger>> = {
  "application/x-msdownload": "program",
  "application/x-msi": "program",
  "application/x-elf": "program",
  "application/x-mach-binary": "program",
  "application/java-archive": "program",
  "application/java-vm": "program",
  "application/vnd.android.package-archive": "program",
  "application/x-deb": "program",
  "application/x-rpm": "program",
  "application/x-xpinstall": "program",
  "application/x-google-chrome-extension": "program",
  "application/x-shockwave-flash": "program",
  "application/vnd.ms-htmlhelp": "program",
  "application/x-ms-regedit": "script",
  "application/x-ms-shortcut": "shortcut",
  "application/x-ft-apple.alias": "shortcut",
  "application/x-apple-diskimage": "disk",
  "application/x-iso9660-image": "disk",
};

/** Whether a type of file or the ending of its name runs when it is opened, and as what. */
export function dangerOf(type: string, extension: string): Danger | undefined {
  return (Object.hasOwn(types, type) ? types[type] : undefined) ?? byEnding.get(extension);
}

/** Whether an office document brings a program of its own: the names of its parts stand in it as they are. */
export function hasMacros(bytes: Buffer): boolean {
  return isCompound(bytes)
    ? hasPart(bytes, "_VBA_PROJECT")
    : isZip(bytes) && bytes.includes("vbaProject.bin");
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1"));
}
