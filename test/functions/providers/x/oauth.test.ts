import assert from "node:assert/strict";
import { authorizationOf } from "../../../../functions/src/providers/x/oauth.ts";

// The values of X's own example: https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature
const credentials = {
  consumerKey: "xvz1evFS4wEEPTGEFPHBog",
  consumerSecret: "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
  accessToken: "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
  accessTokenSecret: "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE",
};
const once = { nonce: "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", timestamp: "1318622958" };
const status = "Hello Ladies + Gentlemen, a signed OAuth request!";

describe("X's authorization", () => {
  it("signs X's own example as X does", () => {
    const query = new URLSearchParams({ include_entities: "true", status });
    const url = `https://api.twitter.com/1.1/statuses/update.json?${query}`;
    const header = authorizationOf({ method: "POST", url }, credentials, once);
    assert.match(header, /^OAuth oauth_consumer_key="xvz1evFS4wEEPTGEFPHBog", /);
    assert.match(header, /oauth_signature="hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D"/);
  });

  it("signs every call anew", () => {
    const call = { method: "GET", url: "https://api.x.com/2/users/me" };
    assert.notEqual(authorizationOf(call, credentials), authorizationOf(call, credentials));
  });

  it("is a bearer token where the keys for a signature are missing", () => {
    const { consumerKey: _, ...keys } = credentials;
    const header = authorizationOf({ method: "GET", url: "https://api.x.com/" }, keys, once);
    assert.equal(header, `Bearer ${credentials.accessToken}`);
  });
});
