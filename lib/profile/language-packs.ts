/** The words by which texts are judged, by language. Separate from `languages.ts`, so that no page loads them. */
export { pack as en } from './languages/en.ts'
export { pack as ur } from './languages/ur.ts'
