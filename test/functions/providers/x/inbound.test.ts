import assert from "node:assert/strict";
import type { InboundEvent } from "@hilo/schema";
import {
  activity,
  direct,
  eventOf,
  eventsOf,
  received,
  sample,
  samples,
  them,
  us,
} from "./samples.ts";

const types: Record<string, InboundEvent["type"]> = {
  "message.inbound": "message",
  "message.echo": "message",
  "message.encrypted": "message",
  "message.status": "watermark",
  "account.revoked": "account",
};

describe("reading X's webhooks", () => {
  for (const { event, kind, body } of samples.filter(({ direction }) => direction === "webhook")) {
    const wanted = types[kind];
    it(`reads ${event} as ${wanted}`, () => {
      assert.ok(wanted);
      eventOf(body, wanted);
    });
  }

  it("names people by id, with the name of either form of users", () => {
    const old = eventOf(sample("aaa_direct_message_events").body, "message");
    const now = eventOf(sample("xaa_dm_received_media").body, "message");
    const ana = { address: "2222222222222222222", name: "Ana", username: "ana" };
    assert.deepEqual(old.sender, ana);
    assert.deepEqual(now.sender, ana);
    assert.equal(old.account, "1111111111111111111");
    assert.equal(old.at, 1795180744372);
  });

  it("takes what the account itself wrote for an echo to the other one", () => {
    const own = { sender_id: us, target: { recipient_id: them } };
    const body = activity("dm.sent", { direct_message_events: [direct({ text: "Listo" }, own)] });
    const event = eventOf(body, "message");
    assert.equal(event.echo, true);
    assert.equal(event.sender.address, them);
  });

  it("keeps what is for another account out of the channel", () => {
    const body = received({ text: "Hola" });
    assert.deepEqual(eventsOf(body, {}, "999"), [
      { type: "unsupported", reason: "An event for another account" },
    ]);
  });

  it("ignores the echo of what this app sent, and all of them while it does not know itself", () => {
    const own = { sender_id: us, target: { recipient_id: them }, source_app_id: "29300201" };
    const body = activity("dm.sent", { direct_message_events: [direct({ text: "Listo" }, own)] });
    eventOf(body, "ignored", { appId: "29300201" });
    eventOf(body, "message", { appId: "1" });
    eventOf(body, "ignored", {});
    assert.equal(eventOf(received({ text: "Hola" }), "message", {}).text, "Hola");
  });

  it("does not take long over blanks", () => {
    const begun = performance.now();
    const blanks = `a${" ".repeat(100_000)}b`;
    eventOf(received({ text: blanks, attachment: { type: "media" } }), "message");
    assert.ok(performance.now() - begun < 1000);
  });

  const escaped: [told: string, written: string][] = [
    ["P&amp;R &lt;oferta&gt; 20 %", "P&R <oferta> 20 %"],
    ["&amp;lt; es &amp;lt;", "&lt; es &lt;"],
    ["a &lt;b&gt;b&lt;/b&gt; c", "a <b>b</b> c"],
    ["&ntilde; &nbsp; &#9731;", "&ntilde; &nbsp; &#9731;"],
    ["1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"],
    ["R&D", "R&D"],
  ];
  for (const [told, written] of escaped)
    it(`reads ${told} as it was written`, () => {
      assert.equal(eventOf(received({ text: told }), "message").text, written);
      const response = { type: "options", metadata: "m" };
      const pressed = eventOf(received({ text: told, quick_reply_response: response }), "message");
      assert.equal(pressed.choice?.title, written);
    });

  it("reads the name of a person as it is written", () => {
    const users = { [them]: { data: { name: "Pan &amp; Vino", username: "panyvino" } } };
    const payload = { direct_message_events: [direct({ text: "Hola" })], users };
    const { sender } = eventOf(activity("dm.received", payload), "message");
    assert.equal(sender.name, "Pan & Vino");
  });

  it("writes links out, and leaves the attachment's own away", () => {
    const urls = [{ url: "https://t.co/aa", expanded_url: "https://andes.example/a$&b" }];
    const text = eventOf(
      received({ text: "ve https://t.co/aa ya", entities: { urls } }),
      "message",
    );
    assert.equal(text.text, "ve https://andes.example/a$&b ya");
    const media = {
      url: "https://t.co/zz",
      media_url_https: "https://ton.twitter.com/i/a.png",
      type: "photo",
    };
    const attachment = { type: "media", media };
    const picture = eventOf(received({ text: "mira https://t.co/zz", attachment }), "message");
    assert.deepEqual([picture.kind, picture.text], ["image", "mira"]);
    assert.deepEqual(picture.files, [
      { source: "https://ton.twitter.com/i/a.png", type: "image/png" },
    ]);
  });

  it("takes the best of a video's qualities", () => {
    const variants = [
      { url: "https://video.twimg.com/low.mp4", content_type: "video/mp4", bitrate: 1 },
      { url: "https://video.twimg.com/list.m3u8", content_type: "application/x-mpegURL" },
      { url: "https://video.twimg.com/high.mp4", content_type: "video/mp4", bitrate: 9 },
    ];
    const media = { type: "video", media_url_https: "https://x/1.jpg", video_info: { variants } };
    const event = eventOf(received({ text: "", attachment: { type: "media", media } }), "message");
    assert.deepEqual(
      [event.kind, event.files[0]?.source],
      ["video", "https://video.twimg.com/high.mp4"],
    );
  });

  it("reads places and pressed answers", () => {
    const coordinates = { type: "Point", coordinates: [-70.65, -33.43] };
    const location = { type: "shared_coordinate", shared_coordinate: { coordinates } };
    const place = received({ text: "aquí", attachment: { type: "location", location } });
    assert.deepEqual(eventOf(place, "message").location, { latitude: -33.43, longitude: -70.65 });
    const quick = { text: "Sí", quick_reply_response: { type: "options", metadata: "yes" } };
    assert.deepEqual(eventOf(received(quick), "message").choice, { id: "yes", title: "Sí" });
  });

  it("shows an encrypted message as one, from whichever side", () => {
    const chat = { id: "e-1", created_at_msec: "1795190000123", conversation_id: `${them}:${us}` };
    const from = eventOf(activity("chat.received", { ...chat, sender_id: them }), "message");
    assert.deepEqual([from.kind, from.sender.address, from.echo], ["unsupported", them, undefined]);
    assert.match(from.text, /🔒/);
    const to = eventOf(activity("chat.sent", { ...chat, sender_id: us }), "message");
    assert.deepEqual([to.echo, to.sender.address], [true, them]);
  });

  it("tells how far a customer has read, and keeps our own reading to itself", () => {
    const read = (sender_id: string, recipient_id: string) => ({
      created_timestamp: "1795190000999",
      sender_id,
      target: { recipient_id },
      last_read_event_id: "1",
    });
    const body = (event: object) =>
      activity("dm.read", { direct_message_mark_read_events: [event] });
    const event = eventOf(body(read(them, us)), "watermark");
    assert.deepEqual([event.until, event.status], [1795190000999, "read"]);
    assert.equal(event.sender.address, them);
    eventOf(body(read(us, them)), "ignored");
  });

  it("reads several messages of one delivery, in their order", () => {
    const second = { ...direct({ text: "dos" }), id: "2090000000000000002" };
    const odd = { type: "participants_join", id: "3" };
    const events = eventsOf({
      for_user_id: us,
      direct_message_events: [direct({ text: "uno" }), odd, second],
    });
    assert.deepEqual(
      events.map((event) => (event.type === "message" ? event.text : event.type)),
      ["uno", "unsupported", "dos"],
    );
  });

  const others: [name: string, body: unknown, type: InboundEvent["type"]][] = [
    ["typing", activity("dm.indicate_typing", {}), "ignored"],
    ["typing of old", { for_user_id: us, direct_message_indicate_typing_events: [{}] }, "ignored"],
    ["a post", { for_user_id: us, tweet_create_events: [{}] }, "ignored"],
    ["a profile", activity("profile.update.bio", { before: "", after: "" }), "ignored"],
    ["a joined conversation", activity("chat.conversation_join", {}), "ignored"],
    ["access withdrawn", activity("oauth.revoke", {}), "account"],
    ["an event of tomorrow", activity("dm.hologram", {}), "unsupported"],
    ["an encrypted message without an id", activity("chat.received", {}), "unsupported"],
    ["a message that is none", activity("dm.received", {}), "unsupported"],
    ["a message of nobody's account", { direct_message_events: [direct({})] }, "unsupported"],
    ["nothing", {}, "unsupported"],
    ["a list", [], "unsupported"],
  ];
  for (const [name, body, type] of others) {
    it(`takes ${name} as ${type}`, () => {
      eventOf(body, type);
    });
  }
});
