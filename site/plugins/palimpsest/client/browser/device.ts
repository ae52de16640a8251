import { listen, onReturn } from './listen.ts'

/** What a lesson needs to know of the device it is read on. */
export interface Device {
  /** False only when the device is sure that it has no network. */
  isOnline(): boolean
  /** Calls back when the network is there again; returns how to stop listening. */
  onOnline(run: () => void): () => void
  /** Calls back when the page is looked at again, or another tab has changed what is stored here; returns how to stop. */
  onReturn(run: () => void): () => void
  /** The reader pays for what is loaded, or has to wait for it: nothing is loaded that was not asked for. */
  isSparing(): boolean
  /** Calls back once the page has rested and the browser has nothing to do for the reader; returns how to call it off. */
  whenIdle(run: () => void): () => void
  /** Calls back after so many milliseconds; returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void
}

/** What Chromium reports of the network; other browsers report nothing. */
interface Connection {
  readonly saveData?: boolean
  /** `slow-2g`, `2g`, `3g` or `4g`, by how fast it is. */
  readonly effectiveType?: string
}

/** From then on a page has what it needs for itself, also on a phone with a slow network. */
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
