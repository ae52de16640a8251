import { translate } from '@docusaurus/Translate'
import MDXComponents from '@theme/MDXComponents'
import { useMemo, type ReactNode } from 'react'
import type { SlotElements } from '../lesson/find-slots.ts'
import { parseRewrite } from '../lesson/parse-rewrite.ts'
import { showTree } from '../lesson/show-tree.tsx'
import { useEmoji } from '../lesson/use-emoji.ts'
import { compareTexts } from './compare-texts.ts'
import MarkedText from './MarkedText.tsx'
import { readText, type BlockTypes } from './read-text.ts'
import styles from './section.module.css'

interface ChangesProps {
  readonly blocks: readonly string[]
  readonly slots: SlotElements
  /** The author's own elements. */
  readonly children: ReactNode
}

const items = ['li']
const blocks = [
  ...items,
  'p',
  'ul',
  'ol',
  'div',
  'aside',
  'admonition',
  'mdxAdmonitionTitle',
  'blockquote',
  'tr',
  'table',
  'hr',
]

/** The site may show an element by a component of its own. */
const typesOf = (names: readonly string[]) =>
  new Set<unknown>(names.flatMap((name) => [name, MDXComponents[name] ?? name]))
const types: BlockTypes = { blocks: typesOf(blocks), items: typesOf(items) }

/** Which words of a section changed: the author's and the rewrite's in one text. */
export default function Changes({ blocks: rewrite, slots, children }: ChangesProps): ReactNode {
  const emoji = useEmoji()
  const { runs, added, removed } = useMemo(() => {
    const after = showTree(parseRewrite(rewrite.join('\n\n'), emoji))
    return compareTexts(readText(children, types), readText(after, types))
  }, [children, rewrite, emoji])
  return (
    <>
      <p className={styles.count}>{countInWords(added, removed)}</p>
      <MarkedText runs={runs} slots={slots} />
    </>
  )
}

function countInWords(added: number, removed: number): string {
  if (added + removed === 0) {
    return translate({ id: 'palimpsest.changes.none', message: 'No word was changed.' })
  }
  const more =
    added === 1
      ? translate({ id: 'palimpsest.changes.added-one', message: '1 word added' })
      : translate({ id: 'palimpsest.changes.added-count', message: '{added} words added' }, { added })
  return translate({ id: 'palimpsest.changes.count', message: '{more}, {removed} removed' }, { more, removed })
}
