import { storageKeys } from '../storage/storage-keys.ts'

/** The template in a lesson's page that names the files of the personalized view. A site that makes none does without. */
export const viewFilesId = 'lesson-view'

/** With `l` for localStorage and `d` for the root's data: sets the stored text size. */
const setTextSize = `let s=l.getItem("${storageKeys.textSize}");if(s)d.textSize=s;`

/**
 * For a reader who arrives in another view than the original: reserves the opening note's place, and loads the view's files
 * with the page. `LessonPanel` releases the place.
 */
const setView = `let v=new URLSearchParams(location.search).get("view")||l.getItem("${storageKeys.view}");if(v&&v!="original"&&l.getItem("${storageKeys.profile}")){d.arriving="";document.head.append(document.getElementById("${viewFilesId}").content)}`

/** Runs in the page's head, before the first paint, so that nothing moves after it. Where storage is forbidden, nothing is set. */
export const earlyScript = `try{let l=localStorage,d=document.documentElement.dataset;${setTextSize}${setView}}catch(e){}`

/** Releases the note's place: the note is here, or will not come. */
export function giveUpEarlyPlace(): void {
  delete document.documentElement.dataset['arriving']
}
