import Translate from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import site from 'palimpsest-site'
import { useSyncExternalStore, type ReactNode } from 'react'
import type { LessonOnPage } from '../page/lesson-context.ts'
import { followOffers, isOffered, readLessonsIn } from './offered-language.ts'

/** Offers the lesson in the page's language to a reader who reads the site in it, but lessons in another. */
export default function LanguageOffer({ lesson }: { readonly lesson: LessonOnPage }): ReactNode {
  const { currentLocale: locale } = useDocusaurusContext().i18n
  const { page, view, choose } = lesson
  const languages = { locale, written: page.language, asWritten: view === 'original' }
  const offered = useSyncExternalStore(
    followOffers,
    () => isOffered(languages),
    () => false,
  )
  const language = site.languages[locale]
  if (!offered || !language) {
    return null
  }
  const read = () => {
    readLessonsIn(locale)
    choose(view === 'original' ? 'personalized' : view)
  }
  return (
    <button type="button" className="button-text" onClick={read}>
      <Translate id="palimpsest.language.read-here" values={{ language: language.native }}>
        {'Read in {language}'}
      </Translate>
    </button>
  )
}
