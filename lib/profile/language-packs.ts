/** The words that texts are judged by, language by language. They stand apart from `languages.ts`: no page carries them. */
export { pack as en } from './languages/en.ts'
export { pack as ur } from './languages/ur.ts'
