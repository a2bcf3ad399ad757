import type { Request, Response } from "express";
import { houseAddress } from "../../phones/house-address.ts";
import type { World } from "../../phones/world.ts";
import { account, apiVersion, suspended } from "./account.ts";

const date = "Fri, 20 Nov 2026 12:00:00 +0000";

/** What GET …/Accounts/{sid}.json answers. */
export function accountOf(sid: string) {
  return {
    sid,
    auth_token: "********",
    date_created: date,
    date_updated: date,
    friendly_name: "Hilo",
    owner_account_sid: sid,
    status: sid === suspended.sid ? "suspended" : "active",
    subresource_uris: {},
    type: "Full",
    uri: `/${apiVersion}/Accounts/${sid}.json`,
  };
}

/** GET …/IncomingPhoneNumbers.json: the numbers of the account, those of a PhoneNumber when asked for. */
export function listNumbers(world: World, request: Request, response: Response): void {
  const { PhoneNumber = account.number } = request.query;
  const path = `/${apiVersion}/Accounts/${account.sid}/IncomingPhoneNumbers`;
  response.json({
    incoming_phone_numbers: PhoneNumber === account.number ? [number(world, path)] : [],
    uri: `${path}.json`,
    first_page_uri: `${path}.json?PageSize=50&Page=0`,
    next_page_uri: null,
    previous_page_uri: null,
    page: 0,
    page_size: 50,
    start: 0,
    end: 0,
  });
}

const numberSid = "PN00000000000000000000000000000001";

function number(world: World, path: string) {
  return {
    sid: numberSid,
    account_sid: account.sid,
    friendly_name: account.number,
    phone_number: account.number,
    api_version: apiVersion,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    sms_url: addressOf(world, "twilio-sms"),
    sms_method: "POST",
    voice_url: "",
    voice_method: "POST",
    status_callback: addressOf(world, "twilio-voice"),
    status_callback_method: "POST",
    status: "in-use",
    date_created: date,
    date_updated: date,
    uri: `${path}/${numberSid}.json`,
  };
}

/** GET /v2/Channels/Senders: the account's WhatsApp senders. https://www.twilio.com/docs/whatsapp/api/senders */
export function listSenders(world: World, request: Request, response: Response): void {
  const url = "https://messaging.twilio.com/v2/Channels/Senders";
  response.json({
    senders: request.query.Channel === "whatsapp" ? [sender(world, url)] : [],
    meta: { key: "senders", page: 0, page_size: 50, url, next_page_url: null },
  });
}

function sender(world: World, url: string) {
  return {
    sid: account.channelInstallSid,
    sender_id: `whatsapp:${account.number}`,
    status: "ONLINE",
    webhook: { callback_url: addressOf(world, "twilio-whatsapp"), callback_method: "POST" },
    properties: { quality_rating: "HIGH", messaging_limit: "1K Customers/24hr" },
    offline_reasons: null,
    url: `${url}/${account.channelInstallSid}`,
  };
}

/** The address that somebody entered at Twilio, with what has it try again. */
function addressOf(world: World, channelId: string): string {
  return `${houseAddress(world, "twilio", channelId)}#rc=3&rp=all`;
}
