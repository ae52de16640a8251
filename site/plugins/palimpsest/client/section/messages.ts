import { translate } from '@docusaurus/Translate'
import type { SectionState } from '../state/lesson-state.ts'
import type { Difference } from './find-differences.ts'
import { nothingAddedMessage, unchangedMessages } from '../messages/proof-messages.ts'
import { formatDate } from '../messages/summary-messages.ts'
import type { Proof } from '../../../../../lib/contract/index.ts'

interface Writing {
  /** The writer's name as the page says it. */
  readonly writer: string
  /** When the text was written, ISO 8601; null where that is not known. */
  readonly writtenAt: string | null
  /** The page's language, for the date. */
  readonly locale: string
}

/** The facts that a rewrite was checked for, and who wrote it when, in short sentences. */
export function formatProof(proof: Proof | null, { writer, writtenAt, locale }: Writing): string {
  const facts = proof
    ? [...unchangedMessages(proof), ...addedMessages(proof), sentence([lengthMessage(proof), easeMessage(proof)])]
    : []
  const written = writtenAt === null ? writer : writtenMessage(writer, formatDate(writtenAt, locale))
  return [...facts, sentence([written])].join(' ')
}

/** Parts with commas between them and a full stop, as the page's language has them; empty parts are left out. */
function sentence(parts: readonly string[]): string {
  const comma = translate({ id: 'palimpsest.list.comma', message: ', ' })
  const text = parts.filter((part) => part !== '').join(comma)
  return translate({ id: 'palimpsest.sentence', message: '{text}.' }, { text })
}

const writtenMessage = (writer: string, date: string): string =>
  translate({ id: 'palimpsest.proof.written', message: '{writer}, {date}' }, { writer, date })

const addedMessages = ({ invented }: Proof): string[] =>
  invented.identifiers + invented.measurements === 0 ? [nothingAddedMessage()] : []

function lengthMessage({ words: { before, after } }: Proof): string {
  return before === after
    ? translate({ id: 'palimpsest.proof.words-same', message: '{before} words, as in the original' }, { before })
    : translate({ id: 'palimpsest.proof.words', message: '{before} → {after} words' }, { before, after })
}

/** Whole numbers: the tenths of a reading grade mean nothing to a reader. */
function easeMessage({ readability }: Proof): string {
  if (!readability || readability.before === null || readability.after === null) {
    return ''
  }
  const [before, after] = [Math.round(readability.before), Math.round(readability.after)]
  if (readability.measure === 'words-per-sentence') {
    return before === after
      ? translate({ id: 'palimpsest.proof.sentences-same', message: '{before} words per sentence' }, { before })
      : translate(
          { id: 'palimpsest.proof.sentences', message: '{before} → {after} words per sentence' },
          { before, after },
        )
  }
  return before === after
    ? translate({ id: 'palimpsest.proof.grade-same', message: 'grade {before}' }, { before })
    : translate({ id: 'palimpsest.proof.grade', message: 'grade {before} → {after}' }, { before, after })
}

/** One difference as a short line; `reader` is the answers behind it in a few words: "new to robotics". */
export function differenceMessage({ kind }: Difference, reader: string): string {
  switch (kind) {
    case 'translated':
      return translate({ id: 'palimpsest.difference.translated', message: 'In the language you chose' })
    case 'explained-more':
      return translate(
        { id: 'palimpsest.difference.explained-more', message: 'More explanation: {reader}' },
        { reader },
      )
    case 'shorter':
      return translate({ id: 'palimpsest.difference.shorter', message: 'Shorter: {reader}' }, { reader })
    case 'simpler-words':
      return translate({ id: 'palimpsest.difference.simpler-words', message: 'Easier to read: {reader}' }, { reader })
    case 'for-reader':
      return translate({ id: 'palimpsest.difference.for-reader', message: 'Written for: {reader}' }, { reader })
    case 'level-simpler':
      return translate({ id: 'palimpsest.difference.level-simpler', message: 'Simpler, as you asked' })
    case 'level-deeper':
      return translate({ id: 'palimpsest.difference.level-deeper', message: 'In more depth, as you asked' })
    case 'other-version':
      return translate({ id: 'palimpsest.difference.other-version', message: 'Explained differently, as you asked' })
  }
}

/** How a new rewrite that was asked for turned out; empty when none was. `before` is the state that this one followed. */
export function rewritingMessage(
  { rewriting, rewritingError }: Pick<SectionState, 'rewriting' | 'rewritingError'>,
  before: Pick<SectionState, 'rewriting'>,
): string {
  if (rewriting) {
    return translate({ id: 'palimpsest.rewrite.coming', message: 'Being written…' })
  }
  if (rewritingError?.code === 'rewrite-rejected') {
    return translate({
      id: 'palimpsest.rewrite.rejected',
      message: 'The new explanation did not pass its checks; this one stays.',
    })
  }
  if (rewritingError) {
    return translate({
      id: 'palimpsest.rewrite.failed',
      message: 'The new explanation could not be loaded; this one stays.',
    })
  }
  return before.rewriting ? translate({ id: 'palimpsest.rewrite.ready', message: 'The new explanation is here.' }) : ''
}
