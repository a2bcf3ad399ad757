// Each function runs by itself inside the browser, so none may use anything outside its own body.

/** A parcel on a table, as a JPEG. */
export async function photo(): Promise<string> {
  const canvas = new OffscreenCanvas(640, 480);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("No canvas");
  const wall = pen.createLinearGradient(0, 0, 640, 480);
  wall.addColorStop(0, "#e8ddcf");
  wall.addColorStop(1, "#c9b8a4");
  pen.fillStyle = wall;
  pen.fillRect(0, 0, 640, 480);
  pen.fillStyle = "#7d5a3c";
  pen.fillRect(0, 360, 640, 120);
  pen.fillStyle = "rgb(0 0 0 / 0.18)";
  pen.fillRect(170, 372, 320, 18);
  pen.fillStyle = "#c48a52";
  pen.fillRect(180, 160, 290, 215);
  pen.fillStyle = "#d9a066";
  pen.fillRect(180, 160, 290, 46);
  pen.fillStyle = "#efe2c4";
  pen.fillRect(305, 160, 40, 215);
  pen.fillStyle = "#ffffff";
  pen.fillRect(205, 270, 84, 58);
  pen.fillStyle = "#333333";
  for (const y of [282, 294, 306]) pen.fillRect(213, y, 66, 5);
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.7 });
  return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
}

/** A smiling sun on nothing, as a WebP of 512 pixels, as WhatsApp wants stickers. */
export async function sticker(): Promise<string> {
  const canvas = new OffscreenCanvas(512, 512);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("No canvas");
  const disc = (x: number, y: number, radius: number, colour: string) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.arc(x, y, radius, 0, Math.PI * 2);
    pen.fill();
  };
  for (let ray = 0; ray < 12; ray += 1) {
    const turn = (ray * Math.PI) / 6;
    disc(256 + Math.cos(turn) * 200, 256 + Math.sin(turn) * 200, 34, "#f7b733");
  }
  disc(256, 256, 178, "#ffd54a");
  disc(196, 222, 20, "#5b3b00");
  disc(316, 222, 20, "#5b3b00");
  pen.strokeStyle = "#5b3b00";
  pen.lineWidth = 16;
  pen.lineCap = "round";
  pen.beginPath();
  pen.arc(256, 266, 84, 0.35, Math.PI - 0.35);
  pen.stroke();
  const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.6 });
  return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
}

/** A second and a half of a ball rolling by, as an MP4. */
export async function clip(): Promise<string> {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: 320, height: 240 });
  const pen = canvas.getContext("2d");
  const types = ["video/mp4;codecs=avc1.42E01E", "video/mp4;codecs=vp9", "video/mp4"];
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  if (!pen || !mimeType) throw new Error("This browser records no MP4");
  const recorder = new MediaRecorder(canvas.captureStream(25), {
    mimeType,
    videoBitsPerSecond: 150_000,
  });
  const parts: Blob[] = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
  recorder.start();
  for (let frame = 0; frame < 38; frame += 1) {
    pen.fillStyle = "#dfe9f5";
    pen.fillRect(0, 0, 320, 240);
    pen.fillStyle = "#4b4fe0";
    pen.beginPath();
    pen.arc(20 + frame * 7.6, 150 - Math.abs(Math.sin(frame / 5)) * 70, 26, 0, Math.PI * 2);
    pen.fill();
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Two seconds of humming, as Opus packets. */
export async function voice(): Promise<{ base64: string; samples: number }[]> {
  const packets: { base64: string; samples: number }[] = [];
  const encoder = new AudioEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      const samples = Math.round(((chunk.duration ?? 20_000) * 48) / 1000);
      packets.push({ base64: btoa(String.fromCharCode(...bytes)), samples });
    },
    error: (error) => {
      throw error;
    },
  });
  encoder.configure({ codec: "opus", sampleRate: 48_000, numberOfChannels: 1, bitrate: 20_000 });
  const length = 96_000;
  const data = new Float32Array(length);
  for (let at = 0; at < length; at += 1) {
    const time = at / 48_000;
    const pitch = 150 + 30 * Math.sin(time * 4);
    const swell = 0.25 * Math.sin(Math.PI * ((time * 2) % 1));
    data[at] =
      swell * (Math.sin(2 * Math.PI * pitch * time) + 0.4 * Math.sin(4 * Math.PI * pitch * time));
  }
  encoder.encode(
    new AudioData({
      format: "f32-planar",
      sampleRate: 48_000,
      numberOfFrames: length,
      numberOfChannels: 1,
      timestamp: 0,
      data,
    }),
  );
  await encoder.flush();
  return packets;
}
