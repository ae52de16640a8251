import { translate } from '@docusaurus/Translate'
import { countSections } from '../state/count-sections.ts'
import type { LessonProof } from '../../../../../lib/contract/index.ts'
import type { LessonState } from '../state/lesson-state.ts'
import { nothingAddedMessage, unchangedMessages } from './proof-messages.ts'

/** The writer's name as the page says it. */
export function writerName(model: LessonState['model']): string {
  return model?.demo === false ? model.name : translate({ id: 'palimpsest.writer.demo', message: 'the demo writer' })
}

/** The whole lesson in short sentences, for its end: who rewrote how much of it and when, and what the proofs say. */
export function formatSummary(state: LessonState, locale: string): string {
  const { rewritten } = countSections(state)
  if (rewritten === 0) {
    return translate({ id: 'palimpsest.sum.none', message: 'Every section shows the original.' })
  }
  const { proof } = state
  const facts = proof ? [...unchangedMessages(proof), addedMessage(proof), readabilityMessage(proof)] : []
  return [rewrittenMessage(state), writtenMessage(state, locale), ...facts].filter((fact) => fact !== '').join(' ')
}

const rewrittenMessage = (state: LessonState): string =>
  translate(
    { id: 'palimpsest.sum.rewritten', message: 'Sections rewritten for you: {rewritten} of {all}.' },
    countSections(state),
  )

function writtenMessage({ model, recipe = '', generatedAt }: LessonState, locale: string): string {
  return generatedAt === undefined
    ? ''
    : translate(
        { id: 'palimpsest.sum.written', message: 'Written by {writer} (recipe {recipe}) on {date}.' },
        { writer: writerName(model), recipe: recipe.split('/')[0] ?? '', date: formatDate(generatedAt, locale) },
      )
}

/** A day as a reader of `locale` writes it: "22 November 2026", with the digits 0 to 9 in every language. */
export function formatDate(iso: string, locale: string): string {
  const language = locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', numberingSystem: 'latn' }).format(new Date(iso))
}

function addedMessage({ invented }: LessonProof): string {
  const count = invented.identifiers + invented.measurements
  return count === 0
    ? nothingAddedMessage()
    : translate(
        { id: 'palimpsest.sum.added', message: 'Names and measurements that are not in the original: {count}.' },
        { count },
      )
}

function readabilityMessage({ readability }: LessonProof): string {
  if (readability?.before == null || readability.after == null) {
    return ''
  }
  const values = { before: readability.before, after: readability.after }
  return readability.measure === 'flesch-kincaid-grade'
    ? translate({ id: 'palimpsest.sum.grade', message: 'Reading grade: {before} → {after}.' }, values)
    : translate({ id: 'palimpsest.sum.sentences', message: 'Words per sentence: {before} → {after}.' }, values)
}
