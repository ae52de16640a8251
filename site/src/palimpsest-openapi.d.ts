/** The API's description, and in it what its samples are set in, as the plugin `code-blocks` makes it. */
declare module 'palimpsest-openapi' {
  const description: unknown
  export default description
}
