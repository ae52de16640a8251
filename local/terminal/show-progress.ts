import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** So much is done now. */
  readonly advance: (done: number, note?: string) => void
  readonly end: () => void
}

/** A progress bar on a terminal's standard error; nothing at all anywhere else. */
export function showProgress(what: string, total: number): Progress {
  if (!process.stderr.isTTY || total === 0) return { advance: () => {}, end: () => {} }
  const format = `${what} {bar} {value}/{total} {note}`
  const bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true, gracefulExit: false }, Presets.rect)
  bar.start(total, 0, { note: '' })
  return {
    advance: (done, note = '') => bar.update(done, { note }),
    end: () => bar.stop(),
  }
}
