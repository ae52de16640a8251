/** Calls back at each such event of the window; returns how to stop listening. */
export function listen(event: 'online' | 'storage' | 'pageshow', run: () => void): () => void {
  const listener = (): void => run()
  window.addEventListener(event, listener)
  return () => window.removeEventListener(event, listener)
}

/** Calls back when the page becomes visible again or another tab has changed storage; returns how to stop. */
export function onReturn(run: () => void): () => void {
  const stops = [listen('storage', run), listen('pageshow', run)]
  return () => stops.forEach((stop) => stop())
}
