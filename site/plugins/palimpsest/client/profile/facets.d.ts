/** Each answer in a few words, in the language of the page; by an alias that the plugin sets. */
declare module 'palimpsest-facets' {
  import type { FacetWords } from './facet-words.ts'

  const facets: FacetWords
  export default facets
}
