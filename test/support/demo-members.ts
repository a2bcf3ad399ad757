import { password } from "../../scripts/seed/members.ts";

/** Whom the seed lets in, by the name before the @ of their address; their uid is `demo-` and that name. */
export type DemoMember = "agent" | "agent2" | "agent3" | "supervisor" | "admin";

/** The password of all of them. */
export const demoPassword = password;

/** What a seeded member signs in with. */
export function accountOf(name: DemoMember): { email: string; password: string } {
  return { email: `${name}@hilo.test`, password };
}
