/** What cameras give. */
export const photos = ["image/jpeg", "image/png"];
export const pictures = [...photos, "image/webp", "image/gif"];

/** What telephones record. */
export const voices = ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/amr"];
export const sounds = [...voices, "audio/wav"];

export const phoneVideos = ["video/mp4", "video/3gpp"];
/** What browsers play. */
export const webVideos = ["video/mp4", "video/quicktime", "video/webm"];
export const videos = [...webVideos, "video/3gpp"];

/** What every office writes and reads. */
export const officeDocuments = [
  "application/pdf",
  "text/plain",
  "application/msword",
  "application/vnd.ms-excel",
  "application/vnd.ms-powerpoint",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
];
/** The same by OpenDocument (ISO/IEC 26300). */
export const openDocuments = [
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.oasis.opendocument.presentation",
];
