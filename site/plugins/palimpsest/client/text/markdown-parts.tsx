import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import MDXComponents from '@theme/MDXComponents'
import { Children, cloneElement, isValidElement, useContext, type ReactNode } from 'react'
import { SlotsContext } from './find-slots.ts'
import Term from '../glossary/Term.tsx'
import { useLesson } from '../page/lesson-context.ts'
import type { Parts } from './show-tree.tsx'

interface Marked {
  readonly children?: ReactNode
  readonly 'data-slot'?: string
}

/** Where the author has nothing to show, as in the place of a comment, there is nothing. */
function InlineSlot({ children, 'data-slot': id }: Marked): ReactNode {
  const slots = useContext(SlotsContext)
  if (id === undefined) return <span>{children}</span>
  return slots.has(id) && <bdi dir="ltr">{slots.get(id)}</bdi>
}

function BlockSlot({ children, 'data-slot': id }: Marked): ReactNode {
  const slots = useContext(SlotsContext)
  if (id === undefined) return <div>{children}</div>
  return (
    slots.has(id) && (
      <div lang="en" dir="ltr">
        {slots.get(id)}
      </div>
    )
  )
}

/** The author's own link with the rewrite's words; a number the lesson does not have leaves the words alone. */
function LinkInText({ href, children }: { readonly href?: string; readonly children?: ReactNode }): ReactNode {
  const link = Children.toArray(useContext(SlotsContext).get(href ?? '')).find((node) => isValidElement(node))
  return isValidElement(link) ? cloneElement(link, {}, children) : children
}

interface Aside {
  readonly children?: ReactNode
  readonly 'data-kind'?: string
  readonly 'data-title'?: string
  readonly id?: string
  readonly 'data-class'?: string
}

/**
 * Without a title of its own it has its kind for one: by the site in the page's language, so here where the text's is another.
 * Side by side, the author's has the id: an id names one place.
 */
function AdmonitionInText({
  children,
  'data-kind': type = 'note',
  'data-title': title,
  'data-class': className,
  id,
}: Aside): ReactNode {
  const { admonition: Admonition } = MDXComponents
  const { currentLocale } = useDocusaurusContext().i18n
  const lesson = useLesson()
  const language = lesson?.personal?.lesson.getState().language ?? currentLocale
  const ownTitle = title !== undefined || Children.toArray(children).some(isTitle)
  const shownTitle = ownTitle || language === currentLocale ? title : formatKind(type, language)
  return (
    <Admonition
      type={type}
      id={lesson?.view === 'side-by-side' ? undefined : id}
      className={className}
      // A title that is undefined would take the place of the kind's.
      {...(shownTitle === undefined ? {} : { title: shownTitle })}
    >
      {children}
    </Admonition>
  )
}

/** Empty brackets are none. */
const isTitle = (node: ReactNode): boolean =>
  isValidElement<{ children?: ReactNode }>(node) &&
  node.type === 'mdxAdmonitionTitle' &&
  Children.count(node.props.children) > 0

/** A heading in a rewrite would upset the page's outline, so it is a strong line. */
function StrongLine({ children }: { readonly children?: ReactNode }): ReactNode {
  return (
    <p>
      <strong>{children}</strong>
    </p>
  )
}

interface CodeInText {
  readonly children?: ReactNode
  readonly dir?: string | undefined
}

function Code({ children, dir }: CodeInText): ReactNode {
  const { code: SiteCode } = MDXComponents
  return <SiteCode dir={dir}>{children}</SiteCode>
}

interface Mention {
  readonly children?: ReactNode
  readonly 'data-term'?: string
  readonly 'data-first'?: string
}

function TermInText({ children, 'data-term': term, 'data-first': first }: Mention): ReactNode {
  return term === undefined ? (
    children
  ) : (
    <Term of={term} first={first !== undefined}>
      {children}
    </Term>
  )
}

const Unbroken = ({ children }: { readonly children?: ReactNode }): ReactNode => (
  <span className="unbroken">{children}</span>
)

/** What each Markdown element of a rewrite is shown by. */
export const markdownParts: Parts = {
  span: InlineSlot,
  div: BlockSlot,
  a: LinkInText,
  aside: AdmonitionInText,
  code: Code,
  dfn: TermInText,
  nobr: Unbroken,
  h1: StrongLine,
  h2: StrongLine,
  h3: StrongLine,
  h4: StrongLine,
  h5: StrongLine,
  h6: StrongLine,
}

const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { note: 'note', tip: 'tip', info: 'info', warning: 'warning', danger: 'danger', caution: 'caution' },
  ur: { note: 'نوٹ', tip: 'مشورہ', info: 'معلومات', warning: 'خبردار', danger: 'خطرہ', caution: 'احتیاط' },
}

/** The kind of an admonition, in the language of its text; undefined where that has no word for it, and the page's will do. */
function formatKind(kind: string, language: string): string | undefined {
  return kinds[language]?.[kind]
}
