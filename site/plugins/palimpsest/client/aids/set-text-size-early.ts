import { storageKeys } from '../storage-keys.ts'

/** A script for the page's head: sets the kept text size before the first paint, so that nothing moves. */
export const setTextSizeEarly = `try{var s=localStorage.getItem(${JSON.stringify(storageKeys.textSize)});if(s)document.documentElement.dataset.textSize=s}catch(e){}`
