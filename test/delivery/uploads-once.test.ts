import "./addresses.ts";
import assert from "node:assert/strict";
import { createApi } from "../../functions/src/api.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { tokenOf } from "../../functions/src/providers/webchat/token.ts";
import { during } from "../support/during.ts";
import { listen } from "../support/listen.ts";
import { makeMember, signIn } from "../support/people.ts";
import { connected } from "./voices/connected.ts";
import { webchat } from "./voices/webchat.ts";

type Sent = { bytes: Buffer; name: string; type: string };

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Other bytes of the same length, of the same kind. */
function other(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
  return copy;
}

const files: Record<string, Sent> = {
  "a text": { bytes: Buffer.from("uno"), name: "a.txt", type: "text/plain" },
  "a picture": { bytes: png, name: "a.png", type: "image/png" },
  "a voice message": { bytes: ogg(), name: "voice.ogg", type: "audio/ogg" },
};

/** The first page of Opus in Ogg (RFC 7845). */
function ogg(): Buffer {
  const head = Buffer.from("OpusHead\u0001\u0001\0\0\u0080\u00bb\0\0\0\0\0", "latin1");
  const page = Buffer.alloc(28);
  page.write("OggS", 0, "latin1");
  page[5] = 2;
  page[26] = 1;
  page[27] = head.length;
  return Buffer.concat([page, head]);
}

const others: Record<string, (sent: Sent) => Sent> = {
  "other bytes of the same length": (sent) => ({ ...sent, bytes: other(sent.bytes) }),
  "another name of the same length": (sent) => ({ ...sent, name: `b${sent.name.slice(1)}` }),
  "another type": (sent) => ({ ...sent, type: "application/octet-stream" }),
};

describe("an upload under an Idempotency-Key", () => {
  const api = during(() => listen(createApi()));
  let workspaceId: string;
  let member: string;

  before(async () => {
    workspaceId = await connected(webchat);
    member = await signIn(await makeMember(workspaceId, "agent"));
  });

  async function upload(token: string, path: string, key: string, { bytes, name, type }: Sent) {
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(bytes)], { type }), name);
    const headers = { authorization: `Bearer ${token}`, "idempotency-key": key };
    const answer = await fetch(`${api.url}/api/v1${path}`, { method: "POST", headers, body: form });
    const { id } = (await answer.json()) as { id?: string };
    return { status: answer.status, id, replayed: answer.headers.get("idempotency-replayed") };
  }

  const kept = async () => (await workspace(workspaceId).collection("files").count().get()).data();

  for (const [what, sent] of Object.entries(files)) {
    it(`is done once, though its form is another each time: ${what}`, async () => {
      const key = newId();
      const first = await upload(member, "/files", key, sent);
      assert.deepEqual([first.status, first.replayed], [201, null]);
      const before = await kept();
      const again = await upload(member, "/files", key, sent);
      assert.deepEqual(again, { status: 201, id: first.id, replayed: "true" });
      assert.deepEqual(await kept(), before);
    });

    for (const [how, changed] of Object.entries(others))
      it(`is refused with ${how}: ${what}`, async () => {
        const key = newId();
        assert.equal((await upload(member, "/files", key, sent)).status, 201);
        const before = await kept();
        assert.equal((await upload(member, "/files", key, changed(sent))).status, 422);
        assert.deepEqual(await kept(), before);
        assert.equal((await upload(member, "/files", newId(), changed(sent))).status, 201);
      });

    it(`is refused for another channel: ${what}`, async () => {
      const key = newId();
      assert.equal((await upload(member, "/files", key, sent)).status, 201);
      const { status } = await upload(member, "/files?channelId=webchat", key, sent);
      assert.equal(status, 422);
    });

    it(`is a file of its own by a visitor, whatever the key: ${what}`, async () => {
      const visitor = { workspaceId, channelId: "webchat", address: "visitor:one", name: "Ana" };
      const token = tokenOf({ ...visitor, expires: Date.now() + 60_000 });
      const path = `/webchat/${workspaceId}/webchat/files`;
      const key = newId();
      const first = await upload(token, path, key, sent);
      const second = await upload(token, path, key, { ...sent, bytes: other(sent.bytes) });
      assert.deepEqual([first.status, second.status], [201, 201]);
      assert.notEqual(first.id, second.id);
    });
  }
});
