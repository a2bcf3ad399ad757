import { fileLinks } from "../../../data/files.ts";
import type { Staging } from "../../../data/staging.ts";
import type { PictureOf } from "../kinds/formatted.ts";

/** Shows the pictures of a text that is being written from this device; none of them has to be uploaded for that. */
export function stagedPictures(staging: Staging): PictureOf {
  return (id) => {
    const staged = staging.files.value.find((file) => file.id === id);
    if (!staged) return "";
    fileLinks.own(id, staged.bytes);
    return fileLinks.of(id) ?? "";
  };
}
