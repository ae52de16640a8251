/** Element ids that tie a lesson's tabs to their one panel. */
export const panelId = 'lesson-text'
export const tabsName = 'lesson-view'
