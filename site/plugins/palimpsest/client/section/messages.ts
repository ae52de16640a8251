import { translate } from '@docusaurus/Translate'
import type { SectionState } from '../state/lesson-state.ts'
import type { Difference } from './find-differences.ts'
import { formatSentence } from '../messages/summary-messages.ts'
import type { Proof } from '../../../../../lib/contract/index.ts'

interface Writing {
  /** The writer's name as the page says it. */
  readonly writer: string
  /** When the text was written, ISO 8601; null where that is not known. */
  readonly writtenAt: string | null
  /** The page's language, for the date. */
  readonly locale: string
}

/** The facts that a rewrite was checked for, and who wrote it when, in one line. */
export function formatProof(proof: Proof | null, { writer, writtenAt, locale }: Writing): string {
  const facts = proof ? [ofTheAuthor(proof), nothingAdded(proof), length(proof), ease(proof)] : []
  const said = facts.filter((fact) => fact !== '')
  const sentence = formatSentence([...said, written(writer, writtenAt, locale)])
  return said.length === 0 ? sentence : sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1)
}

function written(writer: string, writtenAt: string | null, locale: string): string {
  return writtenAt === null
    ? writer
    : translate(
        { id: 'palimpsest.proof.written', message: '{writer}, {date}' },
        { writer, date: formatDate(writtenAt, locale) },
      )
}

function ofTheAuthor({ slots, links }: Proof): string {
  const parts = slots.total === 0 ? '' : protectedParts(slots)
  const targets = links.total === 0 ? '' : linksKept(links)
  if (parts !== '' && targets !== '') {
    return translate(
      { id: 'palimpsest.proof.both-kept', message: '{parts} and {links} are the author’s' },
      { parts, links: targets },
    )
  }
  const either = parts || targets
  return either === ''
    ? ''
    : translate({ id: 'palimpsest.proof.kept', message: '{parts} kept from the author' }, { parts: either })
}

function protectedParts({ kept, total }: Proof['slots']): string {
  return total === 1
    ? translate({ id: 'palimpsest.proof.part', message: '{kept} of 1 protected part' }, { kept })
    : translate({ id: 'palimpsest.proof.parts', message: '{kept} of {total} protected parts' }, { kept, total })
}

function linksKept({ kept, total }: Proof['links']): string {
  return total === 1
    ? translate({ id: 'palimpsest.proof.link', message: '{kept} of 1 link' }, { kept })
    : translate({ id: 'palimpsest.proof.links', message: '{kept} of {total} links' }, { kept, total })
}

function nothingAdded({ invented }: Proof): string {
  return invented.identifiers + invented.measurements === 0
    ? translate({ id: 'palimpsest.proof.nothing-added', message: 'no measurement or name added' })
    : ''
}

function length({ words }: Proof): string {
  const { before, after } = words
  return before === after
    ? translate({ id: 'palimpsest.proof.words-same', message: '{before} words, as in the original' }, { before })
    : translate({ id: 'palimpsest.proof.words', message: '{before} words became {after}' }, { before, after })
}

/** Whole numbers: the tenths of a reading grade mean nothing to a reader. */
function ease({ readability }: Proof): string {
  if (!readability || readability.before === null || readability.after === null) {
    return ''
  }
  const [before, after] = [Math.round(readability.before), Math.round(readability.after)]
  if (readability.measure === 'words-per-sentence') {
    return before === after
      ? translate({ id: 'palimpsest.proof.sentences-same', message: 'still {before} words a sentence' }, { before })
      : translate(
          { id: 'palimpsest.proof.sentences', message: '{before} words a sentence became {after}' },
          { before, after },
        )
  }
  return before === after
    ? translate({ id: 'palimpsest.proof.grade-same', message: 'reading grade still {before}' }, { before })
    : translate({ id: 'palimpsest.proof.grade', message: 'reading grade {before} became {after}' }, { before, after })
}

/** "22 November 2026", with the digits 0 to 9 in every language. */
function formatDate(iso: string, locale: string): string {
  const language = locale === 'en' ? 'en-GB' : locale
  const form = new Intl.DateTimeFormat(language, { dateStyle: 'long', numberingSystem: 'latn' })
  return form.format(new Date(iso))
}

/** One difference as a short line; `reader` is the answers behind it in a few words: "new to robotics". */
export function differenceMessage({ kind }: Difference, reader: string): string {
  switch (kind) {
    case 'translated':
      return translate({ id: 'palimpsest.difference.translated', message: 'In the language you chose' })
    case 'explained-more':
      return translate({ id: 'palimpsest.difference.explained-more', message: 'Explained more: {reader}' }, { reader })
    case 'shorter':
      return translate({ id: 'palimpsest.difference.shorter', message: 'Shorter: {reader}' }, { reader })
    case 'simpler-words':
      return translate({ id: 'palimpsest.difference.simpler-words', message: 'Easier to read: {reader}' }, { reader })
    case 'for-reader':
      return translate({ id: 'palimpsest.difference.told-for', message: 'Told for: {reader}' }, { reader })
    case 'level-simpler':
      return translate({ id: 'palimpsest.difference.level-simpler', message: 'Simpler, as you asked' })
    case 'level-deeper':
      return translate({ id: 'palimpsest.difference.level-deeper', message: 'Deeper, as you asked' })
    case 'other-version':
      return translate({ id: 'palimpsest.difference.told-again', message: 'Told differently, as you asked' })
  }
}

/** What became of a new rewrite that was asked for; empty when none was. `before` is the state that this one followed. */
export function rewritingMessage(
  { rewriting, rewritingError }: Pick<SectionState, 'rewriting' | 'rewritingError'>,
  before: Pick<SectionState, 'rewriting'>,
): string {
  if (rewriting) {
    return translate({ id: 'palimpsest.retelling.coming', message: 'Being written…' })
  }
  if (rewritingError?.code === 'rewrite-rejected') {
    return translate({
      id: 'palimpsest.retelling.rejected',
      message: 'The new telling did not pass its checks; this one stays.',
    })
  }
  if (rewritingError) {
    return translate({
      id: 'palimpsest.retelling.failed',
      message: 'The new telling could not be fetched; this one stays.',
    })
  }
  return before.rewriting ? translate({ id: 'palimpsest.retelling.here', message: 'The new telling is here.' }) : ''
}
