/** The marked term that an event happened in. */
export function markAt(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[data-term]')) || undefined
}
