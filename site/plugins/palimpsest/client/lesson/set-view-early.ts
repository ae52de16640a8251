import { storageKeys } from '../storage-keys.ts'

/** The template in a lesson's page that names the files of `personal-view.ts`. While an author writes there is none. */
export const viewFilesId = 'lesson-view'

/**
 * Part of the script in the page's head: for a reader who arrives in another view than the original, the opening note's
 * place is kept, and the view's files are fetched with the page. `LessonPanel` gives the place up.
 */
export const setViewEarly = `let v=new URLSearchParams(location.search).get("view")||l.getItem("${storageKeys.view}");if(v&&v!="original"&&l.getItem("${storageKeys.profile}")){d.arriving="";document.head.append(document.getElementById("${viewFilesId}").content)}`

/** The note is here, or will not come: its place is no longer kept for it. */
export function giveUpEarlyPlace(): void {
  delete document.documentElement.dataset['arriving']
}
