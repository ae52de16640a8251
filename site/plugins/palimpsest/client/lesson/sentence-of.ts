import { translate } from '@docusaurus/Translate'

/** One sentence of at least one clause, divided and ended as the page's language does. */
export function sentenceOf(clauses: readonly string[]): string {
  const sentence = clauses.reduce((before, after) =>
    translate({ id: 'palimpsest.sum.joined', message: '{before}; {after}' }, { before, after }),
  )
  return translate({ id: 'palimpsest.sum', message: '{sentence}.' }, { sentence })
}
