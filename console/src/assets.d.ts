declare module "*?address" {
  export const address: string;
}
declare module "*.css";
