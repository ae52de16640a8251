import { listen, onReturn } from './listen.ts'

/** What a lesson needs to know of the device it is read on. */
export interface Device {
  /** False only when the device is sure that it has no network. */
  isOnline(): boolean
  /** Calls back when the network is there again; returns how to stop listening. */
  onOnline(run: () => void): () => void
  /** Calls back when the page becomes visible again or another tab has changed storage; returns how to stop. */
  onReturn(run: () => void): () => void
  /** The network is slow or metered: load nothing ahead. */
  isSparing(): boolean
  /** Calls back once the page has loaded and the browser is idle; returns how to cancel. */
  whenIdle(run: () => void): () => void
  /** Calls back after so many milliseconds; returns how to cancel. */
  after(milliseconds: number, run: () => void): () => void
}

/** What Chromium reports of the network; other browsers report nothing. */
interface Connection {
  readonly saveData?: boolean
  /** `slow-2g`, `2g`, `3g` or `4g`, by how fast it is. */
  readonly effectiveType?: string
}

/** Milliseconds after which a page has loaded its own files, also on a phone with a slow network. */
const restMilliseconds = 3_000

/** The browser, as far as a lesson needs it. */
export const browserDevice: Device = {
  isOnline: () => navigator.onLine,
  onOnline: (run) => listen('online', run),
  onReturn,
  isSparing() {
    const { connection } = navigator as Navigator & { readonly connection?: Connection }
    return connection?.saveData === true || /[23]g/.test(connection?.effectiveType ?? '')
  },
  whenIdle(run) {
    let stop = browserDevice.after(restMilliseconds, () => {
      // Not every browser says when it is idle.
      if ('requestIdleCallback' in window) {
        const waiting = requestIdleCallback(run)
        stop = () => cancelIdleCallback(waiting)
      } else {
        run()
      }
    })
    return () => stop()
  },
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
