import { clear, createStore, delMany, get, set, update, type UseStore } from 'idb-keyval'
import { makeRoom, type KeptEntry } from './make-room.ts'

/** The lessons that are kept on the device, as texts by slug. Where the browser forbids it, nothing is kept. */
export interface KeptLessons {
  find(slug: string): Promise<string | undefined>
  store(slug: string, text: string): Promise<void>
}

const database = 'palimpsest'
const entriesKey = 'entries'
const lessonKey = (slug: string): string => `lesson:${slug}`

let opened: UseStore | undefined
/** Opened on the first use: a page that keeps nothing touches no database. */
const open = (): UseStore => (opened ??= createStore(database, 'kept'))

export const browserKeptLessons: KeptLessons = {
  find: (slug) => orNothing(() => get<string>(lessonKey(slug), open())),
  store: (slug, text) =>
    orNothing(async () => {
      let dropped: readonly string[] = []
      await update<readonly KeptEntry[]>(
        entriesKey,
        (entries = []) => {
          const room = makeRoom(entries, { slug, characters: text.length })
          dropped = room.dropped
          return room.kept
        },
        open(),
      )
      await set(lessonKey(slug), text, open())
      await delMany(dropped.map(lessonKey), open())
    }),
}

/** Drops every lesson that is kept on the device. */
export async function dropKeptLessons(): Promise<void> {
  await orNothing(() => clear(open()))
}

/** Refused, full or broken: the lesson is read from the server instead. */
async function orNothing<Result>(use: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await use()
  } catch {
    return undefined
  }
}
