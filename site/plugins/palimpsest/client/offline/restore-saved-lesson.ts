import type { PageLesson } from '../../lesson/page-lesson.ts'
import type { Answers } from '../../../../../lib/profile/index.ts'
import { forYouSection } from '../../../../../lib/lesson/index.ts'
import type { Choices } from '../storage/choices.ts'
import { pendingSection, type SectionState } from '../state/lesson-state.ts'
import type { Restored } from '../state/reduce-lesson.ts'
import type { SavedLesson, SavedSection } from './saved-lesson.ts'

interface ReadingNow {
  readonly answers: Answers
  readonly choices: Choices
}

/**
 * A saved lesson as the page can show it today. Sections that the author has changed since are `changed`; sections that
 * were not saved, or for which the reader has since chosen another level or variant, are missing. Undefined when it was
 * written for other answers or the page has none of its sections any more.
 */
export function restoreSavedLesson(
  saved: SavedLesson,
  page: Pick<PageLesson, 'sections'>,
  { answers, choices }: ReadingNow,
): Restored | undefined {
  if (saved.answers !== JSON.stringify(answers)) {
    return undefined
  }
  const asked = new Set(saved.hashes)
  // By hash, not by id: a part of a long section gets another id when one is added before it.
  const byHash = new Map(saved.sections.map((section) => [section.hash ?? section.id, section]))
  const parts = [{ id: forYouSection, hash: forYouSection }, ...page.sections]
  const found = parts.map(({ id, hash }) => ({ id, hash, section: byHash.get(hash) }))
  if (!found.some(({ id, section }) => section && id !== forYouSection)) {
    return undefined
  }
  const changed = page.sections.filter(({ hash }) => !asked.has(hash)).map(({ id }) => id)
  const sections = found.flatMap(({ id, section }): [string, SectionState][] => {
    if (changed.includes(id)) {
      return [[id, { ...pendingSection, phase: 'changed' }]]
    }
    return section && isAsChosen(section, choices[id]) ? [[id, showSection(section)]] : []
  })
  const { model, recipe, language, generatedAt } = saved
  const order = found.map(({ id, section }) => ({ id, heading: section?.title ?? null }))
  return { order, sections: Object.fromEntries(sections), model, recipe, language, generatedAt, changed }
}

function isAsChosen({ level, variant }: SavedSection, choice: Choices[string] = {}): boolean {
  return (choice.level ?? level) === level && (choice.variant ?? variant) === variant
}

function showSection({ id: _id, hash: _hash, title: _title, ...section }: SavedSection): SectionState {
  return { ...pendingSection, ...section }
}
