import type { UseStore } from 'idb-keyval'

const database = 'palimpsest'
const storeName = 'lessons'
/** Raised when the stored form changes: what is there then is dropped. */
const version = 2

let opening: Promise<IDBDatabase> | undefined

/** The device's database of lessons, opened on the first use: a page that saves nothing touches none. */
export const lessonStore: UseStore = async (mode, use) => {
  const opened = await (opening ??= open())
  return use(opened.transaction(storeName, mode).objectStore(storeName))
}

/** Deletes the database. Other tabs close their connections; if an older page does not, it is deleted when that tab closes. */
export async function deleteLessonDatabase(): Promise<void> {
  const opened = await opening?.catch(() => undefined)
  opened?.close()
  opening = undefined
  const deleting = indexedDB.deleteDatabase(database)
  await new Promise((resolve, reject) => {
    deleting.addEventListener('success', resolve)
    deleting.addEventListener('blocked', resolve)
    deleting.addEventListener('error', () => reject(deleting.error ?? new Error('The database stays.')))
  })
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, version)
  request.addEventListener('upgradeneeded', () => {
    const { result } = request
    Array.from(result.objectStoreNames, (name) => result.deleteObjectStore(name))
    result.createObjectStore(storeName)
  })
  return new Promise((resolve, reject) => {
    const lose = (): void => void (opening = undefined)
    request.addEventListener('success', () => {
      const opened = request.result
      // Safari closes a database of its own accord, and another tab wants to delete it when the learner is forgotten there.
      opened.addEventListener('close', lose)
      opened.addEventListener('versionchange', () => {
        opened.close()
        lose()
      })
      resolve(opened)
    })
    request.addEventListener('error', () => {
      lose()
      reject(request.error ?? new Error('The database cannot be opened.'))
    })
  })
}
