import assert from "node:assert/strict";
import { type Route, routeOf } from "../../../console/src/app/router.ts";

describe("the console's addresses", () => {
  const routes: [string, Route][] = [
    ["/", { page: "inbox", id: null, query: "" }],
    ["/inbox?view=all", { page: "inbox", id: null, query: "?view=all" }],
    ["/inbox/abc?view=all", { page: "inbox", id: "abc", query: "?view=all" }],
    ["/inbox/abc/more", { page: "unknown" }],
    ["/inbox/%E0%A4%A", { page: "inbox", id: null, query: "" }],
    ["/dashboard", { page: "dashboard", id: null, query: "" }],
    ["/dashboard/x", { page: "unknown" }],
    ["/channels", { page: "channels", id: null, query: "" }],
    ["/channels?add=twilio.sms", { page: "channels", id: null, query: "?add=twilio.sms" }],
    ["/channels/abc?section=letters", { page: "channels", id: "abc", query: "?section=letters" }],
    ["/channels/abc/more", { page: "unknown" }],
    ["/templates", { page: "templates", id: null, query: "" }],
    ["/templates/abc", { page: "templates", id: "abc", query: "" }],
    ["/templates?kind=waiting", { page: "templates", id: null, query: "?kind=waiting" }],
    ["/templates/%E0%A4%A", { page: "templates", id: null, query: "" }],
    ["/templates/abc/more", { page: "unknown" }],
    ["/accept?workspace=demo", { page: "accept", workspaceId: "demo" }],
    ["/accept", { page: "accept", workspaceId: "" }],
    ["/accept/demo", { page: "unknown" }],
    ["/nowhere", { page: "unknown" }],
    ["/sign-in", { page: "signIn", next: "/inbox" }],
    ["/sign-in?next=%2Fdashboard", { page: "signIn", next: "/dashboard" }],
    ["/sign-in?next=%2Finbox%2Fabc%3Fview%3Dall", { page: "signIn", next: "/inbox/abc?view=all" }],
    ["/sign-in?next=https%3A%2F%2Fevil.test", { page: "signIn", next: "/inbox" }],
    ["/sign-in?next=%2F%2Fevil.test", { page: "signIn", next: "/inbox" }],
    ["/sign-in?next=%2F%5Cevil.test", { page: "signIn", next: "/inbox" }],
    ["/sign-in?next=%2F%09%2Fevil.test", { page: "signIn", next: "/inbox" }],
    ["/sign-in?next=%2Fsign-in", { page: "signIn", next: "/inbox" }],
  ];
  for (const [address, route] of routes) {
    it(address, () => assert.deepEqual(routeOf(address), route));
  }
});
