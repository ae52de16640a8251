/** Once something is selected: pages that nobody copies from do without it. Where it cannot be fetched, the browser copies. */
function fetchCopying(): void {
  if (document.getSelection()?.isCollapsed !== false) return
  document.removeEventListener('selectionchange', fetchCopying)
  import('./copy-passage.ts').then(
    ({ copyPassage }) => document.addEventListener('copy', copyPassage),
    () => document.addEventListener('selectionchange', fetchCopying),
  )
}

if (typeof document !== 'undefined') document.addEventListener('selectionchange', fetchCopying)
