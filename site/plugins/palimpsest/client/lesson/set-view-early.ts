import { storageKeys } from '../storage-keys.ts'

/**
 * Part of the script in the page's head: for a reader who arrives in another view than the original, the opening note's
 * place is kept. `LessonPanel` gives the place up.
 */
export const setViewEarly = `let v=new URLSearchParams(location.search).get("view")||l.getItem("${storageKeys.view}");if(v&&v!="original"&&l.getItem("${storageKeys.profile}"))d.arriving=""`

/** The note is here, or will not come: its place is no longer kept for it. */
export function giveUpEarlyPlace(): void {
  delete document.documentElement.dataset['arriving']
}
