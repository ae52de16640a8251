/** What a lesson needs to know of the device it is read on. */
export interface Device {
  /** False only when the device is sure that it has no network. */
  isOnline(): boolean
  /** Calls back when the network is there again; returns how to stop listening. */
  onOnline(run: () => void): () => void
  /** Calls back when the page is looked at again, or another tab has changed what is kept here; returns how to stop. */
  onReturn(run: () => void): () => void
  /** Calls back after so many milliseconds; returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void
}

/** The browser, as far as a lesson needs it. */
export const browserDevice: Device = {
  isOnline: () => navigator.onLine,
  onOnline: (run) => listen('online', run),
  onReturn(run) {
    const stops = [listen('storage', run), listen('pageshow', run)]
    return () => stops.forEach((stop) => stop())
  },
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

function listen(event: 'online' | 'storage' | 'pageshow', run: () => void): () => void {
  const listener = (): void => run()
  window.addEventListener(event, listener)
  return () => window.removeEventListener(event, listener)
}
