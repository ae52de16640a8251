import { clear, delMany, get, set, update } from 'idb-keyval'
import { deleteLessonDatabase, lessonStore } from './lesson-database.ts'
import { makeRoom, type SavedEntry } from './make-room.ts'

/** The lessons that are saved on the device, as texts by slug. Where the browser forbids it, nothing is saved. */
export interface SavedLessons {
  find(slug: string): Promise<string | undefined>
  store(slug: string, text: string): Promise<void>
}

const entriesKey = 'entries'
const lessonKey = (slug: string): string => `lesson:${slug}`

export const browserSavedLessons: SavedLessons = {
  find: (slug) => orNothing(() => get<string>(lessonKey(slug), lessonStore)),
  store: (slug, text) =>
    orNothing(async () => {
      let dropped: readonly string[] = []
      await update<readonly SavedEntry[]>(
        entriesKey,
        (entries = []) => {
          const room = makeRoom(entries, { slug, characters: text.length })
          dropped = room.dropped
          return room.saved
        },
        lessonStore,
      )
      await set(lessonKey(slug), text, lessonStore)
      await delMany(dropped.map(lessonKey), lessonStore)
    }),
}

/** Drops every lesson that is saved on the device. */
export async function dropSavedLessons(): Promise<void> {
  await orNothing(() => clear(lessonStore))
}

/** Drops them with the database that they were in. */
export async function dropLessonDatabase(): Promise<void> {
  await orNothing(async () => {
    // Emptied first: a tab of an older page may hold up the deletion for as long as it is open.
    await clear(lessonStore)
    await deleteLessonDatabase()
  })
}

/** Refused, full or broken: the lesson is read from the server instead. */
async function orNothing<Result>(use: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await use()
  } catch {
    return undefined
  }
}
