import type { UploadedFile } from "@hilo/schema";
import { apiBase, routes } from "@hilo/schema/routes";
import { ApiProblem, authorized, keyFor } from "./api.ts";

/** A file on its way to the server. */
export type Upload = {
  done: Promise<UploadedFile>;
  cancel: () => void;
};

/** A file under its name again: the device keeps bytes. */
export function fileOf(name: string, type: string, bytes: Blob): File {
  return bytes instanceof File ? bytes : new File([bytes], name, { type });
}

const running = new Map<string, Upload>();

/** Uploads a file, or joins the upload of the same `id` that is on its way. */
export function uploadOnce(
  id: string,
  file: File,
  channelId: string | undefined,
  progress: (share: number) => void = () => undefined,
): Upload {
  const known = running.get(id);
  if (known) return known;
  const started = upload(file, channelId, progress);
  running.set(id, started);
  const over = () => running.delete(id);
  started.done.then(over, over);
  return started;
}

/**
 * Uploads a file for a channel, telling its progress as a share of one. `fetch` cannot tell the progress of a
 * request, so this is the one XMLHttpRequest of the console. Rejects with `ApiProblem`.
 */
export function upload(
  file: File,
  channelId: string | undefined,
  progress: (share: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<UploadedFile>((resolve, reject) => {
    const fail = () => reject(new ApiProblem("offline", 0, "The server cannot be reached."));
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      if (request.status < 300) resolve(request.response);
      else reject(problemIn(request));
    });
    request.addEventListener("error", fail);
    request.addEventListener("abort", fail);
    start(request, file, channelId).catch(reject);
  });
  return { done, cancel: () => request.abort() };
}

async function start(
  request: XMLHttpRequest,
  file: File,
  channelId: string | undefined,
): Promise<void> {
  const { method, path } = routes.uploadFile;
  const headers = { ...(await authorized()), ...keyFor(routes.uploadFile) };
  const search = channelId === undefined ? "" : `?${new URLSearchParams({ channelId })}`;
  request.open(method, apiBase + path + search);
  request.responseType = "json";
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  const form = new FormData();
  form.append("file", file, file.name);
  request.send(form);
}

function problemIn(request: XMLHttpRequest): ApiProblem {
  const { code = "internal", detail = "" } = request.response ?? {};
  return new ApiProblem(code, request.status, detail);
}
