import { main as test } from "./test.ts";

/** `npm run test:long`: everything, with 150 delivery histories of each voice. */
export async function main(args: string[]): Promise<void> {
  process.env.HISTORIES ??= "150";
  await test(args);
}
