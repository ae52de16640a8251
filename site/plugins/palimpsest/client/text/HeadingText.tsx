import { useMemo, type ReactNode } from 'react'
import { findLinks, SlotsContext } from './find-slots.ts'
import { parseHeading } from './parse-rewrite.ts'
import { directionOf } from '../languages/direction-of.ts'
import { isolateLatin } from './isolate-latin.ts'
import { markdownParts } from './markdown-parts.tsx'
import { showTree } from './show-tree.tsx'
import { useEmoji } from './lesson-markup.ts'

interface HeadingTextProps {
  /** Markdown, with the author's links by number. */
  readonly translated: string
  readonly language: string | undefined
  /** The author's heading, from which the links are taken. */
  readonly children: ReactNode
}

/** A translated heading with its code and stress, and with the author's own links in it. */
export default function HeadingText({ translated, language, children }: HeadingTextProps): ReactNode {
  const emoji = useEmoji()
  const links = useMemo(() => findLinks(children), [children])
  const tree = useMemo(() => {
    const heading = parseHeading(translated, emoji)
    if (directionOf(language) === 'rtl') isolateLatin(heading)
    return heading
  }, [translated, emoji, language])
  return <SlotsContext.Provider value={links}>{showTree(tree, inline)}</SlotsContext.Provider>
}

/** The page has the heading's own element already. */
const inline = { ...markdownParts, h1: 'span' } as const
