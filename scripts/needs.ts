/** What something needs to run: nothing, what is built, the emulators of database and sign-in, or the whole house. */
export type Needs = "nothing" | "build" | "database" | "house";
