/** A use of what some supported browser lacks that does no harm there, because of what stands around it or why. */
export interface AllowedUse {
  readonly features: readonly string[]
  /** What the text around the use is like; any where it is left out. */
  readonly around?: RegExp
  readonly reason: string
}

/** Ours: each asks first, and `test/browser/older-browsers.test.ts` goes the other way. */
const guarded: AllowedUse[] = [
  {
    features: ['Intl.Segmenter'],
    around: /"Segmenter"in Intl\?/,
    reason: 'cut-sentences.ts cuts at full stops where there is none',
  },
  {
    features: ['CSS.highlights', 'Highlight'],
    around: /"highlights"in CSS/,
    reason: 'reader-aloud.ts marks nothing where there are none: the sentence is still said',
  },
  {
    features: ['navigator.connection'],
    around: /\{connection:\w+\}=navigator;return \w+\?\.saveData/,
    reason: 'device.ts takes a browser that does not tell for one with a good line',
  },
  {
    features: ['requestIdleCallback', 'cancelIdleCallback'],
    around: /"requestIdleCallback"in window\)/,
    reason: 'device.ts only waits where a browser cannot tell when it is idle',
  },
]

/** Of the packages that are on every page. */
const ofReactAndDocusaurus: AllowedUse[] = [
  {
    features: ['navigator.connection'],
    around: /navigator\.connection(\?\.|&&)/,
    reason: 'React and Docusaurus ask whether it is there',
  },
  {
    features: ['navigation'],
    around:
      /"object"==typeof navigation|"react-transition"|\.navigation\b|navigation\.(transition|removeEventListener)/,
    reason: 'React follows navigations only where the browser reports them',
  },
  {
    features: ['.startViewTransition'],
    around: /try\{var \w+=\w+\.startViewTransition\(/,
    reason: 'React catches its absence, and only for <ViewTransition>, which nobody uses here',
  },
  { features: ['.popover'], around: /null!=\w+\.popover/, reason: 'a property of React’s, not of an element' },
  {
    features: ['setImmediate'],
    around: /typeof setImmediate/,
    reason: 'for servers; browsers without it have timers or channels used',
  },
  {
    features: ['Symbol.asyncDispose', 'Symbol.dispose'],
    around: /Symbol\.(asyncDispose|dispose) is not defined/,
    reason: 'a compiler’s help for `using`, which no code here has',
  },
  {
    features: ['Iterator'],
    around: /typeof Iterator\?Iterator:Object/,
    reason: 'a compiler’s help for generators, which takes an object where there is none',
  },
  { features: ['SuppressedError'], around: /typeof SuppressedError\?/, reason: 'the same, which brings its own' },
  {
    features: ['.toArray'],
    around: /\.Children\.toArray\(/,
    reason: 'React.Children’s, not an iterator’s',
  },
  { features: ['.badge'], around: /\.badge\?\(/, reason: 'of a version of the docs, not of a notification' },
]

/**
 * Of mermaid and what it brings. The book's diagrams, flow charts and sequences, use none of it
 * (`test/browser/older-browsers.test.ts` draws them). What an author of other diagrams has to know stands in each line.
 */
const ofMermaid: AllowedUse[] = [
  {
    features: ['URL.canParse'],
    around: /BLANK_URL/,
    reason: 'a diagram whose parts are links to other sites is not drawn by Safari before 17',
  },
  {
    features: ['Object.groupBy'],
    around: /allProductions/,
    reason: 'only where a grammar is validated, which Langium leaves out of what is published',
  },
  { features: ['Intl.Segmenter'], around: /Intl\.Segmenter\?/, reason: 'cuts at characters where there is none' },
  { features: ['Error.captureStackTrace'], around: /Error\.captureStackTrace(\?|&&)/, reason: 'asked for first' },
  {
    features: ['.intersection', '.union', '.difference'],
    around:
      /collection\(\)|\.descendants\(\)|\.intersection\(\w+(\.edgesWith|\.connectedEdges|\)\.length|\);for|\);var)|\.children\(\)/,
    reason: 'of Cytoscape’s collections, not of sets',
  },
  { features: ['.toBase64'], around: /typeof \w+\.toBase64\)/, reason: 'asked for first' },
]

const graceful = (features: readonly string[], reason: string, around?: RegExp): AllowedUse =>
  around === undefined ? { features, reason } : { features, reason, around }

/** What a browser passes over, and is none the worse for it. */
const inStyles: AllowedUse[] = [
  graceful(['text-wrap', 'text-wrap: balance', 'text-wrap: pretty'], 'lines are only broken less evenly'),
  graceful(
    ['hanging-punctuation', 'hanging-punctuation: first', 'hanging-punctuation: allow-end'],
    'marks stand in the line',
  ),
  graceful(['scrollbar-width', 'scrollbar-width: thin', 'scrollbar-width: none'], 'a bar is only wider, or shows'),
  graceful(
    ['overflow-anchor', 'overflow-anchor: none'],
    'Safari does not hold the place by itself, which is what is asked for',
  ),
  graceful(['forced-color-adjust', 'forced-color-adjust: none'], 'no Safari forces colours'),
  graceful(['-webkit-tap-highlight-color'], 'a tap is only shown by the browser, too'),
  graceful(
    ['cursor: pointer', 'cursor: default', 'cursor: help', 'cursor: not-allowed'],
    'on a phone there is no pointer',
  ),
  graceful([':selection'], 'what is selected has the browser’s colour', /::selection\{/),
  graceful(
    [':highlight'],
    'stands alone in its rule; what is said is not marked',
    /\}::highlight\(palimpsest-sentence\)\{/,
  ),
  graceful(
    [':details-content', 'content-visibility', 'content-visibility: visible'],
    'stands alone in its rule; on paper older browsers open answers by their height',
    /details::details-content\{content-visibility:visible\}/,
  ),
  graceful(
    ['@page', 'page-break-after: avoid', 'break-after: avoid', 'orphans', 'widows'],
    'on paper alone, where a page only breaks elsewhere',
  ),
  graceful(['<link fetchpriority>'], 'a hint of Docusaurus’'),
]

export const allowedUses: readonly AllowedUse[] = [...guarded, ...ofReactAndDocusaurus, ...ofMermaid, ...inStyles]
