import type { WireEvent } from '../contract/index.ts'
import type { ObservedTimes } from './observe-lesson.ts'

export interface WatchedTimes {
  readonly send: (event: WireEvent) => void
  /** The times so far. */
  readonly read: () => ObservedTimes
}

/** Passes a lesson's events on and records when the first rewritten text was sent. */
export function watchTimes(send: (event: WireEvent) => void, now: () => number): WatchedTimes {
  const began = now()
  let firstText: number | undefined
  return {
    send(event) {
      if (hasText(event)) firstText ??= now() - began
      send(event)
    },
    read: () => ({ firstText, whole: now() - began }),
  }
}

const hasText = ({ event, data }: WireEvent): boolean =>
  event === 'section-block' || (event === 'section-end' && data.source === 'rewrite')
