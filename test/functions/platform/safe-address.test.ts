import assert from "node:assert/strict";
import { isPublicAddress, publicLookup } from "../../../functions/src/platform/safe-address.ts";

describe("an address", () => {
  const publicOnes = [
    "8.8.8.8",
    "198.41.0.4",
    "2600:1f18::1",
    "2a00:1450:4001::5e",
    "::ffff:8.8.8.8",
  ];
  for (const address of publicOnes) {
    it(`${address} is public`, () => assert.equal(isPublicAddress(address), true));
  }

  const others = [
    "0.0.0.0 10.0.0.1 127.0.0.1 127.1.2.3 100.64.0.1 169.254.169.254 172.16.0.1 172.31.255.255",
    "192.0.0.1 192.0.2.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1",
    "255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:a9fe:a9fe ::ffff:10.0.0.1 ::7f00:1 fc00::1",
    "fd00:ec2::254 fe80::1 fec0::1 ff02::1 64:ff9b::7f00:1 2002:7f00:1:: 2001::1 2001:db8::1 100::1",
    "localhost 127.0.0.1.example.com 8.8.8.8:80",
  ];
  for (const address of others.join(" ").split(" ")) {
    it(`${address} is not public`, () => assert.equal(isPublicAddress(address), false));
  }
});

type Found = { address: string; family: number };

function lookUp(addresses: string[], all: boolean): Promise<string | Found[]> {
  const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  const lookup = publicLookup((_name, _options, callback) => callback(null, found));
  return new Promise((resolve, reject) => {
    lookup("name.test", { all }, (error, address) => (error ? reject(error) : resolve(address)));
  });
}

describe("a public lookup", () => {
  it("gives what is public, one or all", async () => {
    assert.equal(await lookUp(["8.8.8.8"], false), "8.8.8.8");
    assert.deepEqual(await lookUp(["8.8.8.8"], true), [{ address: "8.8.8.8", family: 4 }]);
  });

  const refused = [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["2600:1f18::1", "::1"], []];
  for (const addresses of refused) {
    it(`gives nothing for ${JSON.stringify(addresses)}`, async () => {
      for (const all of [true, false]) {
        await assert.rejects(lookUp(addresses, all), { name: "UnsafeAddress" });
      }
    });
  }
});
