/** Where a new reader starts. */
export const firstLesson = '/lessons/foundations/physical-ai'
