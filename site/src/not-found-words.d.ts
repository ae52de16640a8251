/** The words of `theme/NotFound` by language, as the plugin `not-found-words` reads them. */
declare module 'palimpsest-not-found' {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>>
  export default words
}
