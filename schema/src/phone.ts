/** How a country writes a national number in one form, of the several it has or had; undefined for any other number. */
type OneForm = (national: string) => string | undefined;

/**
 * The countries in which the same line goes by several international numbers, as providers still tell them. A number
 * here decides whose conversation a message belongs to, so that these rules stay as they are: a library of numbering
 * plans would change its mind with its data.
 */
const countries: Record<string, OneForm> = {
  // WhatsApp keeps the 1 before mobiles that Mexico gave up in 2019.
  // https://faq.whatsapp.com/1294841057948784 and https://github.com/chatwoot/chatwoot/issues/14048
  "52": (national) => (/^1\d{10}$/.test(national) ? national.slice(1) : undefined),
  "54": argentine,
  "55": brazilian,
  // Benin put 01 before every number in November 2024. https://www.itu.int/oth/T0202000017/en
  "229": (national) => (/^\d{8}$/.test(national) ? `01${national}` : undefined),
  "225": ivorian,
};

/** A phone (E.164) in the one form that it is known by here; any other address as it is. */
export function oneForm(address: string): string {
  const [, code = "", national = ""] = /^\+(52|54|55|225|229)(\d{8,13})$/.exec(address) ?? [];
  const form = countries[code]?.(national);
  return form === undefined ? address : `+${code}${form}`;
}

/** A phone as it can be dialled from abroad: 15 stands before Argentine mobiles at home only, where 9 does abroad. */
export function dialled(phone: string): string {
  const isAtHome = /^\+54\d{12,13}$/.test(phone);
  return isAtHome ? oneForm(phone) : phone;
}

/**
 * Mobiles have a 9 before the area code from abroad, and 15 behind it at home; no line shares its ten digits with
 * another, so that the 9 is one person with and without.
 * @see https://www.itu.int/oth/T020200000A/en
 */
function argentine(national: string): string | undefined {
  const plain = /^9\d{10,12}$/.test(national) ? national.slice(1) : national;
  if (/^[123]\d{9}$/.test(plain)) return `9${plain}`;
  if (!/^[123]\d{11}$/.test(plain)) return undefined;
  const [, area, rest] = atHome.exec(plain) ?? [];
  return area === undefined ? undefined : `9${area}${rest}`;
}

/** Buenos Aires has an area code of two digits, larger places of three, all others of four. */
const atHome =
  /^(11|2(?:2[013]|3[067]|49|6[01346]|80|9[14789])|3(?:36|4[1-358]|5[138]|6[24]|7[069]|8[013578])|\d{4})15(\d+)$/;

/**
 * Since 2016 every mobile has a ninth digit, 9, before the eight that began with 6 to 9; WhatsApp names people as they
 * were when they came, in most area codes without it. Land lines, which begin with 2 to 5, have eight.
 * @see https://www.gov.br/anatel/pt-br/regulado/numeracao/nono-digito
 */
function brazilian(national: string): string | undefined {
  const [, area, number] = /^([1-9]\d)([6-9]\d{7})$/.exec(national) ?? [];
  return area && areas.test(area) ? `${area}9${number}` : undefined;
}

const areas = /^(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])$/;

/**
 * On 31 January 2021 two digits of the operator came before the eight: of a mobile by its second digit, of a land line
 * (beginning with 2 or 3) by its third.
 * @see https://www.itu.int/oth/T0202000031/en
 */
function ivorian(national: string): string | undefined {
  const [, first = "", second = "", third = ""] = /^(\d)(\d)(\d)\d{5}$/.exec(national) ?? [];
  if (first === "") return undefined;
  if (/[23]/.test(first)) return `${landLines[third] ?? "27"}${national}`;
  return /[0-3]/.test(second)
    ? `01${national}`
    : `${/[456]/.test(second) ? "05" : "07"}${national}`;
}

const landLines: Record<string, string> = { "8": "21", "0": "25" };
