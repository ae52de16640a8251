/** The line under the site's bar, in pixels from the top of the window. */
export function topOfWindow(): number {
  return document.querySelector('.navbar')?.getBoundingClientRect().bottom ?? 0
}
