import { translate } from '@docusaurus/Translate'
import type { SectionState } from '../lesson/lesson-state.ts'

/** What became of a new telling that was asked for; empty when none was. `before` is the state that this one followed. */
export function retellingInWords(
  { retelling, failedRetelling }: Pick<SectionState, 'retelling' | 'failedRetelling'>,
  before: Pick<SectionState, 'retelling'>,
): string {
  if (retelling) {
    return translate({ id: 'palimpsest.retelling.coming', message: 'Being written…' })
  }
  if (failedRetelling?.code === 'retelling-rejected') {
    return translate({
      id: 'palimpsest.retelling.rejected',
      message: 'The new telling did not pass its checks; this one stays.',
    })
  }
  if (failedRetelling) {
    return translate({
      id: 'palimpsest.retelling.failed',
      message: 'The new telling could not be fetched; this one stays.',
    })
  }
  return before.retelling ? translate({ id: 'palimpsest.retelling.here', message: 'The new telling is here.' }) : ''
}
