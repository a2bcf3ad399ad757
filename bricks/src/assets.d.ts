declare module "*?paths" {
  export const paths: string;
}
