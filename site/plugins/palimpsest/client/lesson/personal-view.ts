/** Everything that only the personalized view needs: fetched when a reader first asks for it. */
export { keepPlace } from './keep-place.ts'
export { createPersonalLesson } from './personal-lesson.ts'
export { default as Note } from './Note.tsx'
export { default as Rewrite } from './Rewrite.tsx'
export { default as Status } from './Status.tsx'
export { default as Sum } from './Sum.tsx'
