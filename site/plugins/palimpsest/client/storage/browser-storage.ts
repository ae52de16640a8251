/** The part of `Storage` that is used here. */
export type KeyedStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const memory = new Map<string, string>()

/**
 * localStorage where the browser grants it; otherwise a memory that lasts as long as the page, so that private
 * windows and full disks never stop a reader.
 */
export const browserStorage: KeyedStorage = {
  getItem(key) {
    try {
      return window.localStorage.getItem(key) ?? memory.get(key) ?? null
    } catch {
      return memory.get(key) ?? null
    }
  },
  setItem(key, value) {
    memory.set(key, value)
    try {
      window.localStorage.setItem(key, value)
    } catch {
      // Refused or full: the memory above holds it for this visit.
    }
  },
  removeItem(key) {
    memory.delete(key)
    try {
      window.localStorage.removeItem(key)
    } catch {
      // Refused: there was nothing stored to remove.
    }
  },
}

/** What another tab has removed is gone here as well: a memory of it would bring it back. */
if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === null) {
      memory.clear()
    } else if (newValue === null) {
      memory.delete(key)
    }
  })
  // A page that was put away has heard of nothing meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => persisted && memory.clear())
}
