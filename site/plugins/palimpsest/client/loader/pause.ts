import type { Device } from '../browser/device.ts'

interface Pause {
  readonly milliseconds: number
  readonly signal: AbortSignal
}

/** Waits so long or until the network comes back; while offline, only for the network. Rejects when the signal is aborted. */
export function pause(device: Device, { milliseconds, signal }: Pause): Promise<void> {
  return new Promise((resolve, reject) => {
    const stops: (() => void)[] = []
    const end = (finish: () => void) => (): void => {
      stops.forEach((stop) => stop())
      finish()
    }
    const go = end(resolve)
    const leave = end(() => reject(new DOMException('The reader left.', 'AbortError')))
    signal.addEventListener('abort', leave)
    stops.push(() => signal.removeEventListener('abort', leave), device.onOnline(go))
    if (device.isOnline()) {
      stops.push(device.after(milliseconds, go))
    }
  })
}
