import { translate } from '@docusaurus/Translate'
import type { LessonProof } from '../../../../../lib/contract/index.ts'

/** What of the author's own parts and links is unchanged, one sentence each; empty where there were none. */
export function unchangedMessages({ slots, links }: Pick<LessonProof, 'slots' | 'links'>): string[] {
  const [hasParts, hasLinks] = [slots.total > 0, links.total > 0]
  if (hasParts && hasLinks && slots.preserved === slots.total && links.preserved === links.total) {
    return [translate({ id: 'palimpsest.proof.both', message: 'Formulas, code and links unchanged.' })]
  }
  return [...(hasParts ? [partsMessage(slots)] : []), ...(hasLinks ? [linksMessage(links)] : [])]
}

function partsMessage({ preserved: unchanged, total }: LessonProof['slots']): string {
  return unchanged === total
    ? translate({ id: 'palimpsest.proof.parts', message: 'Formulas and code unchanged.' })
    : translate(
        { id: 'palimpsest.proof.parts-some', message: 'Formulas and code unchanged: {unchanged} of {total}.' },
        { unchanged, total },
      )
}

function linksMessage({ preserved: unchanged, total }: LessonProof['links']): string {
  return unchanged === total
    ? translate({ id: 'palimpsest.proof.links', message: 'Links unchanged.' })
    : translate(
        { id: 'palimpsest.proof.links-some', message: 'Links unchanged: {unchanged} of {total}.' },
        { unchanged, total },
      )
}

export const nothingAddedMessage = (): string =>
  translate({ id: 'palimpsest.proof.nothing-added', message: 'No names or measurements added.' })
