/** A state whose sign is further down the page is photographed there. Runs in the page. */
export const bringIntoSight = (sign: Element): void => {
  const { top, bottom } = sign.getBoundingClientRect()
  if (top < 0 || bottom > window.innerHeight) sign.scrollIntoView({ block: 'center', behavior: 'instant' })
}
