const admonitionNames = ['secondary', 'info', 'success', 'danger', 'note', 'tip', 'warning', 'important', 'caution']

/** Docusaurus' pattern (@docusaurus/utils, markdownUtils), which also matches in quotations and list items. */
const legacyTitle = new RegExp(
  `^(?<before>(?:> ?)*(?: +|\\t+)?:{3,}(?:${admonitionNames.join('|')}))(?<gap> +)(?<title>.*)$`,
  'gm',
)

/** Offsets of the space before the title in `:::note Title`, and of the title's end. */
export interface LegacyTitle {
  readonly gapStart: number
  readonly gapEnd: number
  readonly end: number
}

/** Finds titles written after a space, as Docusaurus allows, instead of in brackets, as directives want them. */
export function findLegacyTitles(text: string): LegacyTitle[] {
  return [...text.matchAll(legacyTitle)].map((match) => {
    const gapStart = match.index + (match.groups?.['before'] ?? '').length
    const gapEnd = gapStart + (match.groups?.['gap'] ?? '').length
    return { gapStart, gapEnd, end: match.index + match[0].length }
  })
}

/** The text with `:::note[Title]` for each `:::note Title`. */
export function bracketLegacyTitles(text: string): string {
  return text.replace(legacyTitle, '$<before>[$<title>]')
}
