import { translate } from '@docusaurus/Translate'
import type { SectionState } from '../state/lesson-state.ts'
import type { OriginalReason } from '../../../../../lib/contract/index.ts'

const changedProtected = () =>
  translate({
    id: 'palimpsest.reason.protected-changed',
    message: 'the rewrite did not leave every formula and piece of code in place',
  })
const invented = () =>
  translate({
    id: 'palimpsest.reason.invented',
    message: 'the rewrite named something that is not in the original',
  })
const wrongLength = () =>
  translate({ id: 'palimpsest.reason.length', message: 'the rewrite left out or added too much' })
const badForm = () =>
  translate({ id: 'palimpsest.reason.form', message: 'the rewrite was not in a form that can be shown' })
const brokeOff = () => translate({ id: 'palimpsest.reason.cut-off', message: 'the rewrite was cut off' })

const words: Record<OriginalReason, () => string> = {
  'no-prose': () => translate({ id: 'palimpsest.reason.no-prose', message: 'there is no prose in it to adapt' }),
  locked: () => translate({ id: 'palimpsest.reason.locked', message: 'the author wants it read as written' }),
  'slot-missing': changedProtected,
  'slot-unknown': changedProtected,
  'slot-repeated': changedProtected,
  'slot-order': changedProtected,
  'slot-placement': changedProtected,
  'link-unknown': () =>
    translate({
      id: 'palimpsest.reason.link-unknown',
      message: 'the rewrite linked to something that the original does not',
    }),
  'link-missing': () => translate({ id: 'palimpsest.reason.link-missing', message: 'the rewrite dropped a link' }),
  'table-changed': () => translate({ id: 'palimpsest.reason.table-changed', message: 'the rewrite changed a table' }),
  'steps-missing': () => translate({ id: 'palimpsest.reason.steps-missing', message: 'the rewrite left out a step' }),
  'warning-changed': () =>
    translate({
      id: 'palimpsest.reason.warning-changed',
      message: 'the rewrite left out part of a warning',
    }),
  html: badForm,
  'hidden-character': badForm,
  'lookalike-letter': badForm,
  'invented-identifier': invented,
  'invented-measurement': () =>
    translate({
      id: 'palimpsest.reason.invented-measurement',
      message: 'the rewrite gave a measurement that is not in the original',
    }),
  'invented-citation': () =>
    translate({
      id: 'palimpsest.reason.invented-citation',
      message: 'the rewrite cited a work that the original does not',
    }),
  'number-changed': () =>
    translate({ id: 'palimpsest.reason.number-changed', message: 'the rewrite changed a number' }),
  'negation-lost': () =>
    translate({ id: 'palimpsest.reason.negation-lost', message: 'the rewrite said the opposite of the original' }),
  'wrong-language': () =>
    translate({ id: 'palimpsest.reason.wrong-language', message: 'the rewrite was not in your language' }),
  'term-translated': () =>
    translate({
      id: 'palimpsest.reason.term-translated',
      message: 'the rewrite translated a technical term that should stay as it is',
    }),
  'too-short': wrongLength,
  'too-long': wrongLength,
  'cut-off': brokeOff,
  repetition: () => translate({ id: 'palimpsest.reason.repetition', message: 'the rewrite repeated itself' }),
  'meta-text': () =>
    translate({
      id: 'palimpsest.reason.meta-text',
      message: 'the model wrote about its task instead of the lesson',
    }),
  fenced: badForm,
  malformed: badForm,
  'heading-missing': () =>
    translate({ id: 'palimpsest.reason.heading-missing', message: 'the rewrite had no heading' }),
  empty: () => translate({ id: 'palimpsest.reason.empty', message: 'the model sent nothing' }),
  'model-stopped-early': () =>
    translate({ id: 'palimpsest.reason.stopped-early', message: 'the model stopped midway' }),
  'model-refused': () => translate({ id: 'palimpsest.reason.refused', message: 'the model declined to rewrite it' }),
  'model-unavailable': () =>
    translate({ id: 'palimpsest.reason.writer-unavailable', message: 'the model could not be reached' }),
  'model-timeout': () => translate({ id: 'palimpsest.reason.timeout', message: 'the model took too long' }),
  'database-unavailable': () =>
    translate({
      id: 'palimpsest.reason.database-unavailable',
      message: 'the server could not look up its versions',
    }),
  'waited-too-long': () => translate({ id: 'palimpsest.reason.waited-too-long', message: 'it is still being written' }),
  'budget-reserved': () =>
    translate({
      id: 'palimpsest.reason.budget-reserved',
      message: 'many new versions are being written right now; try again in a moment',
    }),
  'budget-reached': () =>
    translate({ id: 'palimpsest.reason.budget-reached', message: 'the budget for new versions is used up for today' }),
}

/** Why a section shows the original, as the end of a sentence. */
export function reasonMessage(reason: OriginalReason | undefined): string {
  return words[reason ?? 'no-prose']()
}

/** Why a section shows only the original; undefined for one that has, or soon has, a rewrite. */
export function sectionNoticeMessage({ phase, reason }: SectionState): string | undefined {
  switch (phase) {
    case 'original':
      return translate(
        { id: 'palimpsest.section.as-written', message: 'This section shows the original: {reason}.' },
        { reason: reasonMessage(reason) },
      )
    case 'changed':
      return translate({
        id: 'palimpsest.section.changed',
        message: 'The author has changed this section since your version was written. This is the new text.',
      })
    case 'waiting':
      return translate({
        id: 'palimpsest.section.waiting',
        message: 'Already being written. It will appear here when it is ready.',
      })
    default:
      return undefined
  }
}
