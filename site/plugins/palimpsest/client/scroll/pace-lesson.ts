import type { PersonalLesson } from '../state/personal-lesson.ts'
import type { LessonState, SectionState } from '../state/lesson-state.ts'

/** How many sections' texts are brought onto the page in one go; more only where more are in sight. */
export const sectionsAtOnce = 2

interface Pace {
  /** A section is on the screen, or not far from it. */
  readonly isNear: (section: string) => boolean
  /** Runs a change of the page and keeps the reader's place meanwhile. */
  readonly around: (change: () => void) => void
  /** Calls back once the browser has had time for input; returns how to cancel. */
  readonly next: (run: () => void) => () => void
}

/**
 * The same lesson, shown a few sections at a time where many come at once, from the cache or from this device: those in sight
 * first, so that the page never stands still. The lesson is done when the last one is shown.
 */
export function paceLesson(lesson: PersonalLesson, { isNear, around, next }: Pace): PersonalLesson {
  const listeners = new Set<() => void>()
  let shown = lesson.getState()
  let coming = false
  let callOff = (): void => undefined
  const advance = (): void => {
    coming = false
    const { state, behind } = variantStep(shown, lesson.getState(), isNear)
    shown = state
    listeners.forEach((listener) => listener())
    if (behind) {
      callOff()
      callOff = next(follow)
    }
  }
  const follow = (): void => {
    if (!coming) {
      coming = true
      around(advance)
    }
  }
  const leave = lesson.subscribe(follow)
  return {
    ...lesson,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getState: () => shown,
    close() {
      leave()
      callOff()
      lesson.close()
    },
  }
}

interface Step {
  readonly state: LessonState
  /** Texts that are here wait for the next step. */
  readonly behind: boolean
}

function variantStep(shown: LessonState, now: LessonState, isNear: Pace['isNear']): Step {
  const texts = Object.keys(now.sections).filter((id) => hasNewText(shown.sections[id], now.sections[id]))
  const near = texts.filter(isNear)
  const taken = new Set([...near, ...texts].slice(0, Math.max(near.length, sectionsAtOnce)))
  const waiting = texts.filter((id) => !taken.has(id))
  if (waiting.length === 0) {
    return { state: now, behind: false }
  }
  const unshown = waiting.map((id) => [id, shown.sections[id]] as const)
  const sections = Object.entries({ ...now.sections, ...Object.fromEntries(unshown) })
  const state = {
    ...now,
    phase: now.phase === 'done' ? 'streaming' : now.phase,
    sections: Object.fromEntries(sections.filter((one): one is [string, SectionState] => one[1] !== undefined)),
  } as const
  return { state, behind: true }
}

function hasNewText(before: SectionState | undefined, after: SectionState | undefined): boolean {
  return after !== undefined && after.blocks.length > 0 && after.blocks !== before?.blocks
}
