/**
 * The languages of lessons and site. To add one, add its file, and a line here and in `language-packs.ts`; see "Add a
 * language" in the guide.
 */
export { en } from './languages/en.ts'
export { ur } from './languages/ur.ts'
