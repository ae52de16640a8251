/** Element ids that tie a lesson's tabs to their one panel. */
export const panelId = 'lesson-text'
export const tabsName = 'lesson-view'

/** For a button that goes with what it stands in: the focus goes on to the text, which stays where it is. */
export function focusText(): void {
  document.getElementById(panelId)?.focus({ preventScroll: true })
}
