import assert from "node:assert/strict";
import { noHealth } from "@hilo/schema";
import { linkTo } from "../../functions/src/files/links.ts";
import { now, setClock } from "../../functions/src/platform/clock.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { samples } from "../functions/files/samples.ts";
import { house } from "../support/house.ts";
import { callApi, freshWorkspace, makeMember, type Person, signIn } from "../support/people.ts";

const png = samples["image/png"] ?? Buffer.alloc(0);

function form(bytes: Buffer, name: string, type: string): FormData {
  const data = new FormData();
  data.append("file", new Blob([new Uint8Array(bytes)], { type }), name);
  return data;
}

describe("a file", () => {
  const demo = freshWorkspace();
  let agent: Person;
  let token: string;

  before(async () => {
    agent = await makeMember(demo, "agent");
    token = await signIn(agent);
    await workspace(demo).collection("channels").doc("whatsapp").create({
      provider: "twilio",
      platform: "whatsapp",
      name: "WhatsApp",
      enabled: true,
      address: "whatsapp:+15550100009",
      settings: {},
      health: noHealth,
      createdAt: new Date(),
      updatedAt: new Date(),
    });
  });
  afterEach(() => setClock());

  const upload = (bytes: Buffer, name: string, type: string, query = "") =>
    callApi(token, `/files${query}`, { body: form(bytes, name, type) });

  async function uploaded(bytes = png, name = "foto.png", type = "image/png"): Promise<string> {
    const { status, json } = await upload(bytes, name, type);
    assert.equal(status, 201, JSON.stringify(json));
    return String(json.id);
  }

  async function linkOf(id: string): Promise<string> {
    const { json } = await callApi(token, `/files/links?ids=${id}`);
    return String((json.links as Record<string, string>)[id]);
  }

  async function problem(url: string, init?: RequestInit): Promise<[number, unknown]> {
    const answer = await fetch(url, init);
    assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/);
    return [answer.status, ((await answer.json()) as { code: unknown }).code];
  }

  it("is uploaded, and comes back the same by its link", async () => {
    const { status, json } = await upload(png, "C:\\fotos\\foto.png", "image/png");
    const { id, ...file } = json;
    assert.equal(status, 201);
    assert.deepEqual(file, { name: "foto.png", type: "image/png", size: png.length });
    const { json: told } = await callApi(token, `/files/links?ids=${id}`);
    assert.ok(Number(told.expires) <= now() + 15 * 60_000);
    const link = (told.links as Record<string, string>)[String(id)] ?? "";
    assert.ok(link.startsWith(`${house.baseUrl}/files/${demo}/${id}?`));
    const answer = await fetch(link);
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), png);
    const { headers } = answer;
    assert.equal(headers.get("content-type"), "image/png");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("content-security-policy"), "sandbox; default-src 'none'");
    assert.match(headers.get("content-disposition") ?? "", /^inline; filename="foto.png"/);
    assert.match(headers.get("cache-control") ?? "", /^private, max-age=(8\d\d|900), immutable$/);
    const { docs } = await workspace(demo)
      .collection("audit")
      .where("target", "==", `files/${id}`)
      .get();
    assert.deepEqual(
      docs.map((one) => one.data().action),
      ["files.upload"],
    );
  });

  it("is played by parts", async () => {
    const voice = Buffer.concat([
      samples["audio/ogg"] ?? Buffer.alloc(0),
      Buffer.from("0123456789"),
    ]);
    const link = await linkOf(await uploaded(voice, "nota.ogg", "audio/ogg; codecs=opus"));
    const part = await fetch(link, { headers: { range: "bytes=-10" } });
    const { size } = { size: voice.length };
    assert.equal(part.status, 206);
    assert.equal(part.headers.get("content-range"), `bytes ${size - 10}-${size - 1}/${size}`);
    assert.equal(await part.text(), "0123456789");
    const beyond = await fetch(link, { headers: { range: `bytes=${size}-` } });
    assert.deepEqual(
      [beyond.status, beyond.headers.get("content-range")],
      [416, `bytes */${size}`],
    );
    const head = await fetch(link, { method: "HEAD" });
    assert.deepEqual([head.status, head.headers.get("content-length")], [200, `${size}`]);
  });

  it("is saved and not shown when it is a document", async () => {
    const pdf = samples["application/pdf"] ?? Buffer.alloc(0);
    const answer = await fetch(await linkOf(await uploaded(pdf, "factura.pdf", "application/pdf")));
    assert.match(answer.headers.get("content-disposition") ?? "", /^attachment; /);
  });

  it("is not to be had by a link that was altered, is over, or names nothing", async () => {
    const id = await uploaded();
    const link = await linkOf(id);
    assert.deepEqual(await problem(link.replace(/signature=./, "signature=~")), [
      403,
      "notAllowed",
    ]);
    assert.deepEqual(await problem(link.replace(`/${demo}/`, "/demo/")), [403, "notAllowed"]);
    assert.deepEqual(await problem(link.replace(/\?.*/, "")), [403, "notAllowed"]);
    const start = Date.now();
    setClock(() => start - 15 * 60_000);
    assert.deepEqual(await problem(linkTo(demo, id)), [410, "gone"]);
    setClock();
    assert.deepEqual(await problem(linkTo(demo, "nothing")), [404, "notFound"]);
    assert.deepEqual(await problem(linkTo("demo", id)), [404, "notFound"]);
    assert.deepEqual(await problem(link, { method: "POST" }), [405, "wrongMethod"]);
  });

  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const refused: [row: string, bytes: Buffer, type: string, query: string, code: string][] = [
    ["SVG that acts", svg, "image/svg+xml", "", "dangerous"],
    ["SVG called a picture", svg, "image/png", "", "dangerous"],
    ["a program", Buffer.from("MZ\0\0"), "application/pdf", "", "dangerous"],
    ["empty", Buffer.alloc(0), "text/plain", "", "empty"],
    [
      "what is larger than any channel takes",
      Buffer.alloc(25_000_001, "a"),
      "text/plain",
      "",
      "tooLarge",
    ],
    [
      "a type the channel does not carry",
      samples["application/zip"] ?? svg,
      "application/zip",
      "?channelId=whatsapp",
      "wrongType",
    ],
    [
      "a picture larger than the channel takes",
      Buffer.concat([png, Buffer.alloc(6_000_000)]),
      "image/png",
      "?channelId=whatsapp",
      "tooLarge",
    ],
    ["a file for a channel that is not there", png, "image/png", "?channelId=nothing", "notFound"],
  ];
  for (const [row, bytes, type, query, code] of refused) {
    it(`is refused when it is ${row}`, async () => {
      assert.equal((await upload(bytes, "a", type, query)).code, code);
    });
  }

  it("is taken whatever it is called, under its real name", async () => {
    const { json } = await upload(png, "foto.jpg", "image/jpeg");
    assert.deepEqual([json.type, json.name], ["image/png", "foto.jpg.png"]);
    const xml = Buffer.from('<?xml version="1.0"?><DTE/>');
    const answer = await fetch(await linkOf(await uploaded(xml, "F55T33.xml", "text/xml")));
    assert.match(answer.headers.get("content-disposition") ?? "", /^attachment; .*F55T33.xml/);
  });

  it("is taken by a channel that carries it", async () => {
    const { status, json } = await upload(png, "foto.png", "image/png", "?channelId=whatsapp");
    assert.equal(status, 201, JSON.stringify(json));
  });

  it("is asked for by ids", async () => {
    assert.equal((await callApi(token, "/files/links?ids=a,../b")).code, "invalid");
    assert.equal((await callApi(token, "/files/links")).code, "invalid");
  });
});
