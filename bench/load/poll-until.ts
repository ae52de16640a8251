import { setTimeout } from 'node:timers/promises'

/** Asks again and again until it is so; false when it never was within so many milliseconds. */
export async function pollUntil(isSo: () => Promise<boolean>, patience: number): Promise<boolean> {
  const ends = performance.now() + patience
  while (performance.now() < ends) {
    if (await isSo()) return true
    await setTimeout(200)
  }
  return isSo()
}
