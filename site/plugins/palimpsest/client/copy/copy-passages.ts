/** Loads the code for copying when something is first selected. If it cannot be loaded, the browser copies as usual. */
function fetchCopying(): void {
  if (document.getSelection()?.isCollapsed !== false) return
  document.removeEventListener('selectionchange', fetchCopying)
  import('./copy-passage.ts').then(
    ({ copyPassage }) => document.addEventListener('copy', copyPassage),
    () => document.addEventListener('selectionchange', fetchCopying),
  )
}

if (typeof document !== 'undefined') document.addEventListener('selectionchange', fetchCopying)
