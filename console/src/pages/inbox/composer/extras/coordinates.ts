type Coordinates = { latitude: number; longitude: number };

const pair = /(-?\d{1,3}(?:\.\d+)?)\s*(?:,|;|\s|%2C)\s*(-?\d{1,3}(?:\.\d+)?)/u;
const inLink =
  /(?:@|[?&](?:q|query|ll|destination)=|mlat=)(-?\d{1,3}\.\d+)(?:,|%2C|&mlon=)(-?\d{1,3}\.\d+)/u;

/** The coordinates in what somebody wrote or pasted: a pair of degrees, or the address of a map that holds one. */
export function coordinatesIn(written: string): Coordinates | undefined {
  const found = (/^https?:/u.test(written.trim()) ? inLink : pair).exec(written);
  if (!found) return undefined;
  const [latitude, longitude] = [Number(found[1]), Number(found[2])];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { latitude, longitude };
}
