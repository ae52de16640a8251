import { useCurrentSidebarCategory } from '@docusaurus/plugin-content-docs/client'
import { PageMetadata } from '@docusaurus/theme-common'
import useBaseUrl from '@docusaurus/useBaseUrl'
import DocBreadcrumbs from '@theme/DocBreadcrumbs'
import DocCardList from '@theme/DocCardList'
import type { Props } from '@theme/DocCategoryGeneratedIndexPage'
import DocPaginator from '@theme/DocPaginator'
import DocVersionBadge from '@theme/DocVersionBadge'
import DocVersionBanner from '@theme/DocVersionBanner'
import Heading from '@theme/Heading'
import type { ReactNode } from 'react'
import { useAuthorLanguage } from '../../client/languages/author-language.ts'

/** The page of a part, as Docusaurus has it: its description and its lessons' are the author's, and run as the author's text does. */
export default function DocCategoryGeneratedIndexPage({ categoryGeneratedIndex: part }: Props): ReactNode {
  const { items } = useCurrentSidebarCategory()
  const author = useAuthorLanguage()
  const image = useBaseUrl(part.image)
  return (
    <>
      <PageMetadata title={part.title} description={part.description} keywords={part.keywords} image={image} />
      <div className="generatedIndexPage">
        <DocVersionBanner />
        <DocBreadcrumbs />
        <DocVersionBadge />
        <header {...author}>
          <Heading as="h1">{part.title}</Heading>
          {part.description && <p>{part.description}</p>}
        </header>
        <article className="margin-top--lg" {...author}>
          <DocCardList items={items} />
        </article>
        <footer className="margin-top--md">
          <DocPaginator previous={part.navigation.previous} next={part.navigation.next} />
        </footer>
      </div>
    </>
  )
}
