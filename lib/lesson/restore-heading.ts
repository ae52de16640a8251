import type { Section } from './lesson.ts'
import { placeholderPattern, unescapeLookalikes } from './placeholder.ts'

/** Puts the author's link targets into a translated heading; an unknown placeholder is left as it is. */
export function restoreHeading({ heading }: Pick<Section, 'heading'>, translated: string): string {
  const restored = translated.replace(placeholderPattern, (placeholder, _slot, link: string | undefined) =>
    link === undefined ? placeholder : (heading?.linkEnds?.[Number(link) - 1] ?? placeholder),
  )
  return unescapeLookalikes(restored)
}
