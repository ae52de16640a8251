import { storageKeys } from '../storage-keys.ts'

/**
 * A script for the page's head: for a reader who arrives in another view than the original, the opening note's place is
 * kept from the first paint, so that the text does not move when the note comes in. `LessonPanel` gives the place up.
 */
export const setViewEarly = `try{var v=new URLSearchParams(location.search).get("view")||localStorage.getItem(${JSON.stringify(storageKeys.view)});if(v&&v!=="original"&&localStorage.getItem(${JSON.stringify(storageKeys.profile)}))document.documentElement.dataset.arriving=""}catch(e){}`

/** The note is here, or will not come: its place is no longer kept for it. */
export function giveUpEarlyPlace(): void {
  delete document.documentElement.dataset['arriving']
}
