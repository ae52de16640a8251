import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { getLanguage } from '../../../../../lib/profile/index.ts'

/** The language of the page's own words; English where the site's locale is none of ours. */
export function usePageLanguage(): ReturnType<typeof getLanguage> {
  return getLanguage(useDocusaurusContext().i18n.currentLocale)
}
