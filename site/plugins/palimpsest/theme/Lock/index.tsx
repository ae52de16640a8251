/** What an author writes around a passage that no rewrite may change. Adds nothing to the page, as a slot does. */
export { default } from '../Slot/index.tsx'
