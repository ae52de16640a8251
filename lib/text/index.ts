/** Hashes, words and characters of any text. */
export { countWords } from './count-words.ts'
export { hashText } from './hash-text.ts'
export { controlCharacter, hiddenCharacters, visibleName, withoutHidden } from './hidden-characters.ts'
export { uuid } from './uuid.ts'
