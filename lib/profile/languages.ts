/** The languages of lessons and site. One more is its file, and a line here and in `language-packs.ts`; the guide's "Add a language" shows it. */
export { en } from './languages/en.ts'
export { ur } from './languages/ur.ts'
