import iconv from "iconv-lite";

const [shiftOut, shiftIn] = [0x0e, 0x0f];

/** ISO-2022-KR (RFC 1557): between shift-out and shift-in stand the bytes of EUC-KR without their highest bit. */
export function fromIso2022Kr(bytes: Buffer): string {
  const plain = Buffer.from(bytes.toString("latin1").replace("\x1b$)C", ""), "latin1");
  let isKorean = false;
  const high = plain.map((byte) => {
    if (byte === shiftOut || byte === shiftIn) isKorean = byte === shiftOut;
    return isKorean && byte > 0x20 ? byte | 0x80 : byte;
  });
  const kept = high.filter((byte) => byte !== shiftOut && byte !== shiftIn);
  return iconv.decode(Buffer.from(kept), "cp949");
}

/** HZ (RFC 1843): between `~{` and `~}` stand the bytes of GB 2312 without their highest bit. */
export function fromHz(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/~\n/g, "")
    .split("~{")
    .map((piece, index) => {
      if (index === 0) return piece;
      const [chinese = "", ...rest] = piece.split("~}");
      const high = Buffer.from(chinese, "latin1").map((byte) => byte | 0x80);
      return iconv.decode(Buffer.from(high), "gb18030") + rest.join("~}");
    })
    .join("")
    .replace(/~~/g, "~");
}
