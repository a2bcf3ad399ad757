import assert from "node:assert/strict";
import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  Input,
  OGG,
  Output,
  WAVE,
  WebMOutputFormat,
} from "mediabunny";
import { oggOf, samplesIn } from "../../../console/src/data/ogg-opus.ts";
import { mostBytes, recordingWay } from "../../../console/src/data/recording-way.ts";
import { wav } from "../../../console/src/data/wav.ts";
import { opusIn } from "../../../console/src/data/webm-opus.ts";
import { recognize } from "../../../functions/src/files/recognize.ts";
import { capabilities as email } from "../../../functions/src/providers/email/capabilities.ts";
import { capabilities as meta } from "../../../functions/src/providers/meta/capabilities.ts";
import { capabilities as telegram } from "../../../functions/src/providers/telegram/capabilities.ts";
import { capabilities as twilio } from "../../../functions/src/providers/twilio/capabilities.ts";
import { capabilities as x } from "../../../functions/src/providers/x/capabilities.ts";

/** "OpusHead", version 1, one channel, nothing to skip, 48 kHz. */
const head = Buffer.from("4f707573486561640101000080bb000000000000", "hex").subarray(0, 19);

/** Packets of 20 milliseconds (configuration 19, one frame) of so many bytes each. */
function packetsOf(sizes: readonly number[]): Uint8Array[] {
  return sizes.map((size, i) =>
    Uint8Array.from({ length: size }, (_, at) => (at === 0 ? 0x98 : i + at)),
  );
}

/** A recording as a browser makes it, written by somebody else. */
async function webmOf(packets: readonly Uint8Array[], streams = false): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat({ appendOnly: streams }), target });
  const source = new EncodedAudioPacketSource("opus");
  output.addAudioTrack(source);
  await output.start();
  const decoderConfig = {
    codec: "opus",
    numberOfChannels: 1,
    sampleRate: 48_000,
    description: head,
  };
  for (const [i, packet] of packets.entries())
    await source.add(new EncodedPacket(packet, "key", i * 0.02, 0.02), { decoderConfig });
  await output.finalize();
  assert.ok(target.buffer);
  return new Uint8Array(target.buffer);
}

/** The packets and the length in seconds that somebody else reads in a file. */
async function readOgg(bytes: Uint8Array) {
  const input = new Input({ source: new BufferSource(bytes), formats: [OGG] });
  const track = await input.getPrimaryAudioTrack();
  assert.equal(track?.codec, "opus");
  const packets: Uint8Array[] = [];
  for await (const { data } of new EncodedPacketSink(track).packets()) packets.push(data);
  return { packets, length: await track.computeDuration() };
}

function joined(pages: readonly Uint8Array[]): Buffer {
  return Buffer.concat(pages);
}

describe("a recording in WebM becomes Ogg", () => {
  const rows: [what: string, sizes: number[]][] = [
    ["of one packet", [40]],
    ["of several pages", Array(120).fill(60)],
    ["of silence", Array(60).fill(3)],
    ["of packets as long as a part, a byte less, and a byte more", [254, 255, 256, 510, 511]],
    ["of packets that fill a page", Array(9).fill(8_000)],
  ];
  for (const [what, sizes] of rows)
    for (const streams of [false, true])
      it(`${what}${streams ? ", of untold length" : ""}, with every packet as it was`, async () => {
        const packets = packetsOf(sizes);
        const ogg = joined(oggOf(opusIn(await webmOf(packets, streams))));
        assert.equal(ogg.toString("latin1", 0, 4), "OggS");
        const read = await readOgg(ogg);
        assert.deepEqual(
          read.packets.map((one) => Buffer.from(one)),
          packets.map((one) => Buffer.from(one)),
        );
        assert.ok(Math.abs(read.length - sizes.length * 0.02) < 0.001, `${read.length} s`);
      });

  it("as far as it goes, when it was cut off", async () => {
    const webm = await webmOf(packetsOf(Array(30).fill(50)), true);
    const { packets } = opusIn(webm.subarray(0, webm.length - 75));
    assert.ok(packets.length > 20 && packets.length < 30);
  });

  it("and is refused without sound by Opus", () => {
    assert.throws(() => opusIn(new Uint8Array()), /no sound/);
    assert.throws(() => opusIn(new TextEncoder().encode("RIFF, no WebM at all")), /no sound/);
  });

  it("which the server knows by its bytes, whatever its label says", async () => {
    const ogg = joined(oggOf({ head, packets: packetsOf([40, 40]) }));
    for (const label of ["audio/ogg", "audio/webm", ""]) {
      const { type, name, held } = await recognize(ogg, "nota-de-voz.ogg", label);
      assert.deepEqual([type, name, held], ["audio/ogg", "nota-de-voz.ogg", undefined]);
    }
  });
});

describe("the length of an Opus packet", () => {
  const rows: [what: string, bytes: number[], samples: number][] = [
    ["10 ms of SILK", [0 << 3], 480],
    ["60 ms of SILK", [3 << 3], 2880],
    ["20 ms of both", [13 << 3], 960],
    ["2.5 ms of CELT", [16 << 3], 120],
    ["two frames of 20 ms", [(19 << 3) | 1], 1920],
    ["three frames of 20 ms, as told", [(31 << 3) | 3, 3], 2880],
  ];
  for (const [what, bytes, samples] of rows)
    it(what, () => assert.equal(samplesIn(Uint8Array.from(bytes)), samples));
});

describe("plain samples", () => {
  it("are a WAV file of one channel that others read", async () => {
    const bytes = Buffer.from(
      wav(Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(i / 9))),
    );
    const input = new Input({ source: new BufferSource(bytes), formats: [WAVE] });
    const track = await input.getPrimaryAudioTrack();
    assert.deepEqual(
      [track?.codec, track?.numberOfChannels, track?.sampleRate],
      ["pcm-s16", 1, 16_000],
    );
    assert.equal(await track?.computeDuration(), 1);
    assert.equal((await recognize(bytes, "nota.wav", "audio/wav")).type, "audio/wav");
  });
});

describe("how a voice message is recorded", () => {
  const chromium = (type: string) => /^audio\/webm;codecs=opus$/.test(type);
  const firefox = (type: string) => /^audio\/(webm|ogg);codecs=opus$/.test(type);
  const oldSafari = (type: string) => type === "audio/mp4;codecs=mp4a.40.2";
  const nothing = () => false;
  type Row = [
    what: string,
    media: Parameters<typeof recordingWay>[0],
    (type: string) => boolean,
    string,
  ];
  const media = (one: { media: object } | undefined) => (one?.media ?? {}) as never;
  const rows: Row[] = [
    ["WhatsApp by Twilio", media(twilio.whatsapp), chromium, "webm → ogg"],
    ["WhatsApp by Meta", media(meta.whatsapp), firefox, "ogg → ogg"],
    ["WhatsApp, where only MP4 is recorded", media(meta.whatsapp), oldSafari, "mp4 → mp4"],
    ["Instagram, which takes no Opus", media(meta.instagram), chromium, "webm → wav"],
    [
      "Instagram, where only Ogg is recorded",
      media(meta.instagram),
      (type) => type === "audio/ogg;codecs=opus",
      "ogg → wav",
    ],
    ["Telegram", media(telegram.telegram), chromium, "webm → ogg"],
    ["e-mail", media(email.email), chromium, "webm → ogg"],
    ["X, which takes no sounds", media(x.x), firefox, "not"],
    ["a note", "any", chromium, "webm → ogg"],
    ["a browser that records nothing", "any", nothing, "not"],
  ];
  for (const [what, media, records, expected] of rows)
    it(`for ${what}: ${expected}`, () => {
      const way = recordingWay(media, records);
      const told = way && `${/\/(\w+)/.exec(way.recorded)?.[1]} → ${way.type.split("/")[1]}`;
      assert.equal(told ?? "not", expected);
    });

  it("is as large as the channel takes", () => {
    assert.equal(mostBytes("audio/ogg", media(twilio.sms)), 500 * 1024);
    assert.equal(mostBytes("audio/ogg", media(x.x)), 0);
    assert.equal(mostBytes("audio/ogg", "any"), Number.POSITIVE_INFINITY);
  });
});
