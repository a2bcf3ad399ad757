declare module "*?paths" {
  export const paths: string;
}
declare module "*?address" {
  export const address: string;
}
declare module "*.css";
