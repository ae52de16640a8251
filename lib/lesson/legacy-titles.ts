const admonitionNames = ['secondary', 'info', 'success', 'danger', 'note', 'tip', 'warning', 'important', 'caution']

/** As Docusaurus looks for it (@docusaurus/utils, markdownUtils), in quotations and list items too. */
const legacyTitle = new RegExp(
  `^(?<before>(?:> ?)*(?: +|\\t+)?:{3,}(?:${admonitionNames.join('|')}))(?<gap> +)(?<title>.*)$`,
  'gm',
)

/** Where `:::note Title` has the space before its title, and where the title ends: offsets in the text. */
export interface LegacyTitle {
  readonly gapStart: number
  readonly gapEnd: number
  readonly end: number
}

/** The titles of a text that stand behind a space, as Docusaurus allows, and not in brackets, as directives have them. */
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
