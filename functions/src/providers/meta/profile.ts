import * as z from "zod";
import type { Account } from "../adapter.ts";
import { cut, soft } from "../meta-wire.ts";
import { graph, graphUrl } from "./graph.ts";
import type { MetaCredentials } from "./wire.ts";

const text = soft(z.string());
const Profile = z.looseObject({ name: text, first_name: text, last_name: text, username: text });

const fields = { messenger: "first_name,last_name", instagram: "name,username" };

/**
 * What somebody on Messenger or Instagram is called, which their messages do not tell. Meta wants a permission for
 * it and refuses for many people: then there is no name.
 */
export async function profile(
  address: string,
  account: Account,
  credentials: MetaCredentials,
): Promise<{ name?: string; username?: string } | undefined> {
  const { platform } = account;
  if (platform !== "messenger" && platform !== "instagram") return undefined;
  const query = { fields: fields[platform] };
  try {
    const url = graphUrl(encodeURIComponent(address), account, credentials, query);
    return named(Profile.parse((await graph(url, credentials)).body));
  } catch {
    // Refused, or out of reach: the person goes on without a name.
    return undefined;
  }
}

function named({ name, first_name, last_name, username }: z.infer<typeof Profile>) {
  const full = name || [first_name, last_name].filter(Boolean).join(" ");
  const found = {
    ...(full ? { name: cut(full) } : {}),
    ...(username ? { username: cut(username) } : {}),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}
