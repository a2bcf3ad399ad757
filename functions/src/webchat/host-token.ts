import { HostClaims, longestVouchMs } from "@hilo/schema";
import type { JWTPayload } from "jose";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";

/** How far a site's clock and ours may be apart, in seconds. */
const leeway = 60;

const longestSpan = longestVouchMs / 1000;

/**
 * What a site's token says to a channel, once one of its secrets has signed it (HS256 and nothing else) and its time is
 * now. Throws `identityExpired` when its time is over, else `notAllowed`, with what is wrong for who writes the site.
 */
export async function claimsOf(
  token: string,
  { channelId, secrets }: { channelId: string; secrets: readonly string[] },
): Promise<HostClaims> {
  const claims = HostClaims.safeParse(await payloadOf(token, secrets));
  if (!claims.success) {
    const wrong = [...new Set(claims.error.issues.map(({ path }) => path.join(".")))].join(", ");
    throw refused(`correct or leave out ${wrong}`);
  }
  const { iat, exp, aud } = claims.data;
  if (aud !== undefined && ![aud].flat().includes(channelId))
    throw refused(`aud has to be ${channelId}, or left out`);
  if (exp <= iat) throw refused("exp has to be after iat");
  if (exp - iat > longestSpan) throw refused(`exp may be ${longestSpan} seconds after iat at most`);
  return claims.data;
}

/** Only a site's server asks for this, so a start does not wait for the library. */
async function payloadOf(token: string, secrets: readonly string[]): Promise<JWTPayload> {
  const { errors, jwtVerify } = await import("jose");
  for (const secret of secrets) {
    try {
      const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
        algorithms: ["HS256"],
        clockTolerance: leeway,
        currentDate: new Date(now()),
        maxTokenAge: longestSpan,
        requiredClaims: ["sub", "iat", "exp"],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      if (error instanceof errors.JWTExpired)
        throw new AppError("identityExpired", "The customer's token is over: make another.");
      if (error instanceof errors.JOSEError) throw refused(error.message);
      throw error;
    }
  }
  throw refused("it is not signed with this channel's secret");
}

function refused(why: string): AppError {
  return new AppError("notAllowed", `The customer's token cannot be believed: ${why}.`);
}
