/** The site's glossary, by an alias that the plugin sets; empty where the site has none. */
declare module 'palimpsest-glossary' {
  import type { GlossaryTerm } from '../../../../../lib/lesson/index.ts'

  const glossary: { readonly terms: readonly GlossaryTerm[] }
  export default glossary
}

/** The names alone of the terms in that glossary, a tenth of its size. */
declare module 'palimpsest-term-names' {
  const names: readonly Pick<GlossaryTerm, 'term' | 'aliases'>[]
  export default names
}
