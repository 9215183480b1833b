declare module '*.css?inline' {
  const css: string;
  export default css;
}

declare module 'virtual:client-script' {
  /** Address of the browser's script. */
  const address: string;
  export default address;
}
