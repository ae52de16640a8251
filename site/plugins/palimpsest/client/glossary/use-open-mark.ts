import { useEffect, useState } from 'react'
import { findTermMark, watchPointer } from './term-marks.ts'
import { cardId } from './TermCard.tsx'

/** Milliseconds: a pointer that only crosses a term opens nothing, and one that crosses the gap to the card closes nothing. */
const openAfter = 120
const closeAfter = 220

/**
 * The marked term whose card is open. Pointing, focus and taps open it; leaving, Escape and a press elsewhere close it
 * (WCAG 1.4.13); a pointer that rests while the page moves under it opens nothing. Left and right arrows lead to the other
 * terms of the section.
 */
export function useOpenMark(wanted: HTMLElement): HTMLElement | undefined {
  const [mark, setMark] = useState<HTMLElement | undefined>(() => (isWanted(wanted) ? wanted : undefined))
  useEffect(() => followReader(setMark, wanted), [wanted])
  return mark?.isConnected ? mark : undefined
}

/** The reader may have moved on while the cards were fetched. */
const isWanted = (mark: HTMLElement): boolean => mark.matches(':hover, :focus')

/** A pointer that leaves closes no card that the keyboard opened. */
const stillFocused = (mark: HTMLElement | undefined): HTMLElement | undefined =>
  mark === document.activeElement ? mark : undefined

type SetMark = (change: (open: HTMLElement | undefined) => HTMLElement | undefined) => void

function followReader(setMark: SetMark, wanted: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const change = (mark: HTMLElement | undefined, delay = 0): void => {
    clearTimeout(timer)
    if (delay === 0) setMark(() => mark)
    else timer = setTimeout(() => setMark((open) => mark ?? stillFocused(open)), delay)
  }
  const hasMoved = watchPointer()
  const onCard = (target: EventTarget | null): boolean =>
    target instanceof Element && target.closest(`#${cardId}`) !== null
  let pointed = isWanted(wanted) ? wanted : undefined
  const onPointerMove = (event: PointerEvent): void => {
    const mark = findTermMark(event.target)
    if (!hasMoved(event) || event.pointerType === 'touch' || mark === pointed) return
    pointed = mark
    if (mark) change(mark, openAfter)
  }
  const onPointerOver = ({ target, pointerType }: PointerEvent): void => {
    if (pointerType === 'touch') return
    if (onCard(target)) clearTimeout(timer)
    else if (findTermMark(target) === undefined || findTermMark(target) !== pointed) {
      pointed = undefined
      change(undefined, closeAfter)
    }
  }
  const onPointerDown = ({ target }: PointerEvent): void => {
    if (!onCard(target) && !findTermMark(target)) change(undefined)
  }
  const onFocusIn = ({ target }: FocusEvent): void => change(findTermMark(target))
  const onClick = ({ target }: MouseEvent): void => {
    const mark = findTermMark(target)
    if (mark) change(mark)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const mark = findTermMark(event.target)
    if (event.key === 'Escape') change(undefined)
    else if (mark && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      change(mark)
    } else if (mark && nextMark(mark, event.key)) {
      event.preventDefault()
      nextMark(mark, event.key)?.focus()
    }
  }
  const listening = new AbortController()
  const { signal } = listening
  document.addEventListener('pointermove', onPointerMove, { signal })
  document.addEventListener('pointerover', onPointerOver, { signal })
  document.addEventListener('pointerdown', onPointerDown, { signal })
  document.addEventListener('focusin', onFocusIn, { signal })
  document.addEventListener('click', onClick, { signal })
  document.addEventListener('keydown', onKeyDown, { signal })
  // They may have moved on between the first render and now.
  setMark((open) => (open && isWanted(open) ? open : undefined))
  return () => {
    clearTimeout(timer)
    listening.abort()
  }
}

/** The term of the same section (or note) that an arrow key leads to from `mark`; undefined at its ends, and for other keys. */
function nextMark(mark: HTMLElement, key: string): HTMLElement | undefined {
  const forward = getComputedStyle(mark).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const step = { ArrowLeft: -1, ArrowRight: -1, [forward]: 1 }[key]
  const marks = [...(mark.closest('[data-section], aside')?.querySelectorAll<HTMLElement>('[data-term]') ?? [])]
  return step === undefined ? undefined : marks[marks.indexOf(mark) + step]
}
