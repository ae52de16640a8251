/** The languages of lessons and site. One more is one more line here, and its file; the guide's "Add a language" shows it. */
export { en } from './languages/en.ts'
export { ur } from './languages/ur.ts'
