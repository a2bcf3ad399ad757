import type { UploadedFile } from "@hilo/schema";
import { paths } from "./place.ts";
import { Refused } from "./session.ts";

/** Uploads a file; `tell` gets how much of it has gone, from 0 to 1. Throws `Refused`, or TypeError without network. */
export function upload(
  file: File,
  token: string,
  tell: (progress: number) => void,
): Promise<UploadedFile> {
  const form = new FormData();
  form.append("file", file, file.name);
  const request = new XMLHttpRequest();
  request.open("POST", paths.files);
  request.setRequestHeader("authorization", `Bearer ${token}`);
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
  return new Promise((resolve, reject) => {
    request.onload = () => {
      const { status, response } = request;
      if (status === 201) resolve(response as UploadedFile);
      else reject(new Refused(status, String(response?.code ?? "")));
    };
    request.onerror = () => reject(new TypeError("The file could not be uploaded"));
    request.send(form);
  });
}
