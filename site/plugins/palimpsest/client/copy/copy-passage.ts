/** Selects what is not the page's text: controls with their labels, texts for screen readers, navigation. */
const besides = [
  'button, input, select, textarea, fieldset, output, progress, nav, footer, svg, script, style, [hidden], [inert]',
  '[role="tablist"], [role="group"], [role="tooltip"], [role="alert"], [role="status"], .visually-hidden, .sr-only, .hash-link, [data-uncopied]',
  '.theme-doc-sidebar-container, .theme-doc-toc-desktop, .theme-doc-toc-mobile, [class*="skipToContent"]',
].join(', ')

/** Marks elements that the page hides while a copy is made: elsewhere their text would show. */
const unseen = 'data-unseen'

/** Has the browser copy what is selected as a text: without controls, and each formula once, as TeX. */
export function copyPassage(event: ClipboardEvent): void {
  const selection = document.getSelection()
  const inField = event.target instanceof Element && event.target.closest('input, textarea') !== null
  if (selection === null || selection.isCollapsed || inField) return
  const ranges = Array.from({ length: selection.rangeCount }, (_, place) => wholeFormulas(selection.getRangeAt(place)))
  const parts = ranges.map(cloneSeen)
  if (!parts.some((part) => part.querySelector(`${besides}, .katex, [${unseen}]`))) return
  const passage = document.createElement('div')
  passage.append(...parts)
  writeFormulas(passage)
  passage.querySelectorAll(`${besides}, [${unseen}]`).forEach((element) => element.remove())
  passage.querySelectorAll('a').forEach((link) => link.setAttribute('href', link.href))
  passage.querySelectorAll('img').forEach((image) => image.setAttribute('src', image.src))
  event.clipboardData?.setData('text/html', passage.innerHTML)
  event.clipboardData?.setData('text/plain', textOf(passage))
  event.preventDefault()
}

/** The same range, with all of a formula that it begins or ends in. */
function wholeFormulas(selected: Range): Range {
  const range = selected.cloneRange()
  const first = formulaAround(range.startContainer)
  const last = formulaAround(range.endContainer)
  if (first) range.setStartBefore(first)
  if (last) range.setEndAfter(last)
  return range
}

function formulaAround(node: Node): Element | null | undefined {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('.katex-display') ?? element?.closest('.katex')
}

function cloneSeen(range: Range): DocumentFragment {
  const { commonAncestorContainer: around } = range
  const elements = around instanceof Element ? [...around.querySelectorAll('*')] : []
  const hidden = elements.filter((element) => getComputedStyle(element).display === 'none')
  hidden.forEach((element) => element.setAttribute(unseen, ''))
  const clone = range.cloneContents()
  hidden.forEach((element) => element.removeAttribute(unseen))
  return clone
}

function writeFormulas(passage: Element): void {
  passage.querySelectorAll('.katex-display, .katex').forEach((formula) => {
    const tex = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent
    if (!tex) return
    const sign = formula.matches('.katex-display') ? '$$' : '$'
    formula.replaceWith(`${sign}${tex.trim().replace(/\s*\n\s*/g, ' ')}${sign}`)
  })
}

/** The text in lines, as the page shows it; for that, it is placed in the page for a moment. */
function textOf(passage: HTMLElement): string {
  passage.className = 'markdown'
  passage.style.cssText = 'position: fixed; inset-block-start: 0; opacity: 0; pointer-events: none'
  document.body.append(passage)
  const text = passage.innerText
  passage.remove()
  return text
    .replaceAll('\u200B', '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
