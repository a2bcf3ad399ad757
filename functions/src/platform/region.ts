/**
 * Where the functions run (https://firebase.google.com/docs/functions/locations): chosen before the first deploy, near
 * the database. The rewrites of firebase.json name it, too; a test holds them together.
 */
export const region = "us-central1";
