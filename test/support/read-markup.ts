/** What a part of a page is made of, apart from its words. */
export interface Markup {
  /** Each kind of element with the name of each attribute that one of them has: `a@href`. */
  readonly kinds: readonly string[]
  /** Where its links lead, and what its elements load. */
  readonly addresses: readonly string[]
  readonly styles: readonly string[]
}

/** Runs in the page, so it stands alone. */
export function readMarkup(root: Element): Markup {
  const elements = [...root.querySelectorAll('*')]
  const kindsOf = (element: Element): string[] => [
    element.localName,
    ...element.getAttributeNames().map((name) => `${element.localName}@${name}`),
  ]
  const valuesOf = (...names: string[]): string[] => [
    ...new Set(
      elements.flatMap((element) => names.map((name) => element.getAttribute(name)).filter((value) => value !== null)),
    ),
  ]
  return {
    kinds: [...new Set(elements.flatMap(kindsOf))],
    addresses: valuesOf('href', 'xlink:href', 'src', 'srcset', 'action', 'formaction', 'data', 'poster'),
    // The server writes them without the spaces and the last semicolon that the browser gives them.
    styles: valuesOf('style').map((style) => style.replaceAll(/\s+/g, '').replace(/;$/, '')),
  }
}

/** What Markdown can make, and what shows it: anything else in a rewrite broke out of it. */
const ofMarkdown = new Set(
  [
    'p em strong del br hr h2 h3 blockquote pre code ul ol li table thead tbody tr th td input div span svg path bdi a dfn button',
    // A section that stands as written says so in a line that is not copied.
    'p@class p@data-uncopied ol@start ul@class li@class input@type input@checked input@disabled th@style td@style code@class code@dir div@class',
    'span@class svg@viewBox svg@class path@fill-rule path@d path@fill bdi@dir div@lang div@dir a@href a@title input@data-slot',
  ].flatMap((names) => names.split(' ')),
)

/** What stands in a page with hostile texts that neither the same page with harmless ones has nor Markdown makes. */
export function findForeignMarkup(found: Markup, harmless: Markup): string[] {
  const foreign = (of: keyof Markup, isOwn: (value: string) => boolean): string[] =>
    found[of].filter((value) => !harmless[of].includes(value) && !isOwn(value)).map((value) => `${of}: ${value}`)
  return [
    ...foreign('kinds', (kind) => ofMarkdown.has(kind)),
    ...foreign('addresses', () => false),
    ...foreign('styles', (style) => /^text-align:(?:left|right|center)$/.test(style)),
  ]
}
