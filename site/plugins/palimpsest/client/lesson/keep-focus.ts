/** Remembers the section with the focus; the function it gives returns the focus there if the page's change has lost it. */
export function keepFocus(): () => void {
  const section = document.activeElement?.closest<HTMLElement>('[data-section]')
  return () => {
    if (section && isLost(document.activeElement)) {
      section.tabIndex = -1
      section.focus({ preventScroll: true })
      section.addEventListener('blur', () => section.removeAttribute('tabindex'), { once: true })
    }
  }
}

/** Browsers take the focus from what has become inert only with the next frame. */
const isLost = (active: Element | null): boolean => active === document.body || active?.closest('[inert]') != null
