const name = 'palimpsest.insights-key'

/** The operator's key, for as long as this tab is open; null when there is none, or the browser stores nothing. */
export function findKey(): string | null {
  try {
    return sessionStorage.getItem(name)
  } catch {
    return null
  }
}

/** Stores the key until this tab is closed; null forgets it. */
export function storeKey(key: string | null): void {
  try {
    if (key === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, key)
  } catch {
    // Refused: it is asked for again with the next visit.
  }
}
