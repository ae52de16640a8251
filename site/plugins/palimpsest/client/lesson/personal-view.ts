/** Everything that only the personalized view needs: fetched when a reader first asks for it. */
import '../buttons.css'
export { holdReading } from './hold-reading.ts'
export { openLesson } from './open-lesson.ts'
export { default as Opening } from './Opening.tsx'
export { default as Status } from './Status.tsx'
export { default as Sum } from './Sum.tsx'
export { tellHeading } from './tell-heading.tsx'
export { tellSection } from './tell-section.tsx'
