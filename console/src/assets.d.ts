declare module "*?paths" {
  export const paths: string;
}
declare module "*.css";
