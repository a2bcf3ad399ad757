import { equal } from "node:assert/strict";
import { dialled, keyOf, oneForm } from "@hilo/schema";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";

describe("one phone in several forms", () => {
  const one: [country: string, ...forms: string[]][] = [
    ["Mexico", "+525512345678", "+5215512345678"],
    ["Mexico, Monterrey", "+528112345678", "+5218112345678"],
    ["Brazil, São Paulo", "+5511987654321", "+551187654321"],
    ["Brazil, Belo Horizonte", "+5531988887777", "+553188887777"],
    ["Brazil, Porto Alegre", "+5551961234567", "+555161234567"],
    ["Brazil, Manaus", "+5592981234567", "+559281234567"],
    ["Argentina, Buenos Aires", "+5491123456789", "+541123456789", "+54111523456789"],
    ["Argentina, Córdoba", "+5493515123456", "+543515123456", "+54351155123456"],
    ["Argentina, Pinamar", "+5492254123456", "+542254123456", "+54225415123456"],
    ["Argentina, with both", "+5491123456789", "+549111523456789"],
    ["Ivory Coast, Orange", "+2250748123456", "+22548123456"],
    ["Ivory Coast, Orange 07", "+2250707123456", "+22507123456"],
    ["Ivory Coast, MTN", "+2250504123456", "+22504123456"],
    ["Ivory Coast, MTN 86", "+2250586123456", "+22586123456"],
    ["Ivory Coast, Moov", "+2250101123456", "+22501123456"],
    ["Ivory Coast, Moov 40", "+2250140123456", "+22540123456"],
    ["Ivory Coast, a land line of Orange", "+2252720212345", "+22520212345"],
    ["Ivory Coast, a land line of MTN", "+2252522012345", "+22522012345"],
    ["Ivory Coast, a land line of Moov", "+2252120812345", "+22520812345"],
    ["Benin", "+2290197123456", "+22997123456"],
  ];
  for (const [country, first = "", ...others] of one) {
    for (const form of [first, ...others])
      it(`is one person: ${country}, ${form}`, () => {
        equal(oneForm(form), first);
        equal(keyOf({ address: form }), first);
      });
  }

  const alone = [
    "+5511333344445", // a Brazilian number with nine digits that is no old mobile
    "+551133334444", // a land line of São Paulo
    "+552022223333",
    "+552087654321", // 20 is no area code
    "+5215512345", // too short for Mexico's old mobiles
    "+525512345678",
    "+56912345678",
    "+5615512345678",
    "+12025550123",
    "+447911123456",
    "+54112345", // a short number
    "5215512345678", // no phone in E.164, but an id
    "CL.5215512345678",
    "ana@example.org",
    "-1005215512345678",
    "anonymous",
    "",
  ];
  for (const address of alone)
    it(`is left as it is: ${address || "nothing"}`, () => equal(oneForm(address), address));

  it("goes by the user id where there is one", () => {
    equal(keyOf({ address: "+5215512345678", userId: "MX.1" }), "MX.1");
  });

  it("is the same in its own one form", () => {
    for (const [, first = ""] of one) equal(oneForm(oneForm(first)), first);
  });

  it("is a number that exists", () => {
    for (const [country, first = ""] of one)
      if (!first.startsWith("+22521") && !first.startsWith("+22525"))
        equal(parsePhoneNumberFromString(first)?.isPossible(), true, country);
  });

  it("is dialled from abroad without what stands before it at home", () => {
    equal(dialled("+54111523456789"), "+5491123456789");
    equal(dialled("+549111523456789"), "+5491123456789");
    for (const typed of ["+541123456789", "+5215512345678", "+22548123456"])
      equal(dialled(typed), typed);
  });

  it("is read at home as the library of numbering plans reads it, in every place of Argentina", () => {
    const areas = [
      "11",
      "220",
      "221",
      "223",
      "230",
      "236",
      "237",
      "249",
      "260",
      "261",
      "263",
      "264",
    ];
    areas.push("266", "280", "291", "294", "297", "298", "299", "336", "341", "342", "343", "345");
    areas.push("348", "351", "353", "358", "362", "364", "370", "376", "379", "380", "381", "383");
    areas.push("385", "387", "388", "2202", "2254", "2325", "2646", "2940", "3327", "3435", "3454");
    areas.push("3482", "3541", "3582", "3711", "3854", "3873", "3885", "3894");
    for (const area of areas) {
      const typed = `+54${area}15${"4123456789".slice(0, 10 - area.length)}`;
      equal(oneForm(typed), parsePhoneNumberFromString(typed)?.number, typed);
    }
  });
});
