import { waitUntil } from '@vercel/functions'

/**
 * Keeps the function alive until the work is done, whether or not the reader is still there. In a file of its own: the
 * functions that only read and write data have no such work, and their bundles do without the package.
 */
export const keepAlive = (work: Promise<unknown>): void => waitUntil(work)
