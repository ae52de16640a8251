import { storageKeys } from '../storage/storage-keys.ts'
import { browserStorage } from '../storage/browser-storage.ts'

/** How a reader wants to read, stored on the device; the parts of the page that show it follow at once. */
export interface ReadingChoice<Value extends string> {
  read(): Value
  choose(value: Value): void
  subscribe(run: () => void): () => void
}

/** The first of `values` is what a page shows to a reader who has not chosen. */
export function createReadingChoice<Value extends string>(
  key: string,
  values: readonly [Value, ...Value[]],
  apply: (value: Value) => void = () => undefined,
): ReadingChoice<Value> {
  const followers = new Set<() => void>()
  return {
    read: () => values.find((value) => value === browserStorage.getItem(key)) ?? values[0],
    choose(value) {
      browserStorage.setItem(key, value)
      apply(value)
      followers.forEach((run) => run())
    },
    subscribe(run) {
      followers.add(run)
      return () => followers.delete(run)
    },
  }
}

/** Whether glossary terms are marked and explained. */
export const termChoice = createReadingChoice(storageKeys.terms, ['shown', 'hidden'])
