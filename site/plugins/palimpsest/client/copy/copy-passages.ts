import { copyPassage } from './copy-passage.ts'

if (typeof document !== 'undefined') document.addEventListener('copy', copyPassage)
