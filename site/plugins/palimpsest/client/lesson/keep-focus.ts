/** Remembers the section with the focus; the function it gives returns the focus there if the page's change has lost it. */
export function keepFocus(): () => void {
  const section = document.activeElement?.closest<HTMLElement>('[data-section]')
  return () => {
    if (section && document.activeElement === document.body) {
      section.tabIndex = -1
      section.focus({ preventScroll: true })
      section.addEventListener('blur', () => section.removeAttribute('tabindex'), { once: true })
    }
  }
}
