import { translate } from '@docusaurus/Translate'
import { countSections } from '../state/count-sections.ts'
import type { LessonProof } from '../../../../../lib/contract/index.ts'
import type { LessonState } from '../state/lesson-state.ts'

/** The writer's name as the page says it. */
export function writerName(model: LessonState['model']): string {
  return model?.demo === false ? model.name : translate({ id: 'palimpsest.writer.demo', message: 'the demo writer' })
}

/** The lesson added up in one sentence, for its end: who wrote how much of it and when, and what the proofs say. */
export function formatSummary(state: LessonState, locale: string): string {
  const { proof } = state
  const clauses = [tellings(state, locale), ...(proof ? [kept(proof), invented(proof), readability(proof)] : [])]
  return formatSentence(clauses.filter((clause) => clause !== undefined))
}

function tellings(state: LessonState, locale: string): string {
  const { rewritten, all } = countSections(state)
  const { model, recipe = '', generatedAt } = state
  if (rewritten === 0) {
    return translate({ id: 'palimpsest.sum.none', message: 'Every section stands as the author wrote it' })
  }
  const values = {
    told: rewritten,
    all,
    writer: writerName(model),
    recipe: recipe.split('/')[0] ?? '',
    date: generatedAt === undefined ? '' : formatDate(generatedAt, locale),
  }
  return rewritten === 1
    ? translate(
        {
          id: 'palimpsest.sum.told-one',
          message: '{told} of {all} sections was re-told for you by {writer} (recipe {recipe}) on {date}',
        },
        values,
      )
    : translate(
        {
          id: 'palimpsest.sum.told',
          message: '{told} of {all} sections were re-told for you by {writer} (recipe {recipe}) on {date}',
        },
        values,
      )
}

/** A day as a reader of `locale` writes it, with its month in words. */
export function formatDate(iso: string, locale: string): string {
  const language = locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(iso))
}

function kept({ slots, links }: LessonProof): string | undefined {
  const values = { parts: slots.total, links: links.total, keptParts: slots.kept, keptLinks: links.kept }
  if (slots.kept + links.kept < slots.total + links.total) {
    return translate(
      {
        id: 'palimpsest.sum.kept-some',
        message: '{keptParts} of {parts} protected parts and {keptLinks} of {links} links are the author’s',
      },
      values,
    )
  }
  if (slots.total > 0 && links.total > 0) {
    return translate(
      { id: 'palimpsest.sum.kept', message: 'all {parts} protected parts and {links} links are the author’s' },
      values,
    )
  }
  if (slots.total > 0) {
    return translate(
      { id: 'palimpsest.sum.kept-parts', message: 'all {parts} protected parts are the author’s' },
      values,
    )
  }
  return links.total > 0
    ? translate({ id: 'palimpsest.sum.kept-links', message: 'all {links} links are the author’s' }, values)
    : undefined
}

function invented({ sections, invented: { identifiers, measurements } }: LessonProof): string | undefined {
  const count = identifiers + measurements
  if (count > 0) {
    return translate(
      { id: 'palimpsest.sum.invented', message: 'names and measurements that the original does not have: {count}' },
      { count },
    )
  }
  return sections > 0
    ? translate({ id: 'palimpsest.sum.not-invented', message: 'no name or measurement was invented' })
    : undefined
}

function readability({ readability: measured }: LessonProof): string | undefined {
  if (measured?.before == null || measured.after == null) {
    return undefined
  }
  const values = { before: measured.before, after: measured.after }
  return measured.measure === 'flesch-kincaid-grade'
    ? translate({ id: 'palimpsest.sum.grade', message: 'reading grade {before} → {after}' }, values)
    : translate({ id: 'palimpsest.sum.sentences', message: 'words per sentence {before} → {after}' }, values)
}

/** One sentence of at least one clause, divided and ended as the page's language does. */
export function formatSentence(clauses: readonly string[]): string {
  const sentence = clauses.reduce((before, after) =>
    translate({ id: 'palimpsest.sum.joined', message: '{before}; {after}' }, { before, after }),
  )
  return translate({ id: 'palimpsest.sum', message: '{sentence}.' }, { sentence })
}
