import type { PersonalLesson } from '../state/personal-lesson.ts'
import type { Device } from '../browser/device.ts'

interface Ahead {
  readonly device: Pick<Device, 'isSparing' | 'whenIdle'>
  /** Calls back when the reader turns to the link to the next lesson; returns how to stop. */
  readonly onTurnToNext: (run: () => void) => () => void
  readonly fetchNext: () => Promise<void>
}

/**
 * The same lesson, which has the next one fetched once: when it is done and the browser idle, or the reader turns to the link to
 * it before that.
 */
export function lookAhead(lesson: PersonalLesson, { device, onTurnToNext, fetchNext }: Ahead): PersonalLesson {
  let begun = false
  const begin = (): void => {
    if (!begun && !device.isSparing()) {
      begun = true
      // If it fails, the next lesson is loaded as usual.
      fetchNext().catch(() => undefined)
    }
  }
  let stopWaiting = (): void => undefined
  const stopListening = onTurnToNext(begin)
  const leave = lesson.subscribe(() => {
    if (lesson.getState().phase === 'done') {
      leave()
      stopWaiting = device.whenIdle(begin)
    }
  })
  return {
    ...lesson,
    close() {
      stopListening()
      leave()
      stopWaiting()
      lesson.close()
    },
  }
}
