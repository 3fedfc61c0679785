/** A page the site has built, as text; the bundler puts it in. */
declare module 'template:*' {
  const html: string;
  // biome-ignore lint/style/noDefaultExport: the bundler's text loader gives the text as the default.
  export default html;
}
