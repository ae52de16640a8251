/** Where the time of one request went, in milliseconds. */
export interface ServerTiming {
  /** Adds a statement that the database answered. */
  readonly addStatement: (milliseconds: number) => void
  /** Makes the body of an answer, and counts how long that variants. */
  readonly serialise: <Body>(make: () => Body) => Body
  readonly read: () => SpentTime
  /** The value of the `Server-Timing` header (W3C, Server Timing) as of now. */
  readonly header: () => string
}

/** As of now; times in milliseconds. */
interface SpentTime {
  readonly statements: number
  readonly database: number
  readonly serialising: number
  /** In our own code, or waiting for a model. */
  readonly app: number
  readonly total: number
}

/** Starts counting; `readTimer` gives milliseconds from any beginning. */
export function createServerTiming(readTimer: () => number): ServerTiming {
  const began = readTimer()
  let [statements, database, serialising] = [0, 0, 0]
  const read = (): SpentTime => {
    const total = readTimer() - began
    return { statements, database, serialising, app: Math.max(0, total - database - serialising), total }
  }
  return {
    read,
    addStatement(milliseconds) {
      statements += 1
      database += milliseconds
    },
    serialise(make) {
      const start = readTimer()
      const body = make()
      serialising += readTimer() - start
      return body
    },
    header() {
      const { app, total } = read()
      return [
        `db;dur=${database.toFixed(2)};desc="${statements === 1 ? '1 statement' : `${statements} statements`}"`,
        `json;dur=${serialising.toFixed(2)}`,
        `app;dur=${app.toFixed(2)}`,
        `total;dur=${total.toFixed(2)}`,
      ].join(', ')
    },
  }
}
