import InitDocRoot from '@theme-init/DocRoot'
import type { Props } from '@theme/DocRoot'
import { useMemo, type ReactNode } from 'react'
import '../../client/languages/directions.css'
import { AuthorLanguageContext } from '../../client/languages/author-language.ts'
import { useDocsLanguage } from '../../client/languages/use-docs-language.ts'

/** The docs: their text is in the author's language, whatever the language of the page around it. */
export default function DocRoot(props: Props): ReactNode {
  const { lang, dir } = useDocsLanguage()
  const author = useMemo(() => (lang && dir ? { lang, dir } : {}), [lang, dir])
  return (
    <AuthorLanguageContext.Provider value={author}>
      <InitDocRoot {...props} />
    </AuthorLanguageContext.Provider>
  )
}
