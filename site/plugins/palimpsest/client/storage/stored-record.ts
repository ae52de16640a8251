import * as v from 'valibot'
import type { KeyedStorage } from './browser-storage.ts'

/** A record of small things that is stored on the device under one name. */
export interface StoredRecord<Value> {
  find(entry: string): Value | undefined
  store(entry: string, value: Value): void
  remove(entry: string): void
}

/** What is broken, or from an older page, is read as empty: these are conveniences, and the lesson does without them. */
export function openRecord<Value>(
  storage: KeyedStorage,
  key: string,
  valueSchema: v.GenericSchema<unknown, Value>,
): StoredRecord<Value> {
  const schema = v.record(v.string(), valueSchema)
  const read = (): Record<string, Value> => {
    try {
      return v.parse(schema, JSON.parse(storage.getItem(key) ?? '{}'))
    } catch {
      return {}
    }
  }
  const write = (record: Record<string, Value>): void => storage.setItem(key, JSON.stringify(record))
  return {
    find: (entry) => read()[entry],
    store: (entry, value) => write({ ...read(), [entry]: value }),
    remove(entry) {
      const { [entry]: _, ...others } = read()
      write(others)
    },
  }
}
