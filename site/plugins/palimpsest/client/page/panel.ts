/** Element ids that tie a lesson's tabs to their one panel. */
export const panelId = 'lesson-text'
export const tabsName = 'lesson-view'

/** Moves the focus to the text without scrolling; for a button that is about to disappear. */
export function focusText(): void {
  document.getElementById(panelId)?.focus({ preventScroll: true })
}
