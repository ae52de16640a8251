const name = 'palimpsest-sentence'

/** Shows which sentence is read, where the browser can mark text without changing the page. */
export function markSentence(range: Range | undefined): void {
  if (!('highlights' in CSS)) return
  if (range === undefined) {
    CSS.highlights.delete(name)
    return
  }
  CSS.highlights.set(name, new Highlight(range))
  const { top, bottom } = range.getBoundingClientRect()
  if (top < 0 || bottom > window.innerHeight) range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}
