import { storageKeys } from '../storage-keys.ts'

/** Part of the script in the page's head, with `l` for localStorage and `d` for the root's data: sets the kept text size. */
export const setTextSizeEarly = `let s=l.getItem("${storageKeys.textSize}");if(s)d.textSize=s;`
