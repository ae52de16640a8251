/** The term of the same section (or note) that an arrow key leads to from `mark`; undefined at its ends, and for other keys. */
export function nextMark(mark: HTMLElement, key: string): HTMLElement | undefined {
  const forward = getComputedStyle(mark).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const step = { ArrowLeft: -1, ArrowRight: -1, [forward]: 1 }[key]
  const marks = [...(mark.closest('[data-section], aside')?.querySelectorAll<HTMLElement>('[data-term]') ?? [])]
  return step === undefined ? undefined : marks[marks.indexOf(mark) + step]
}
