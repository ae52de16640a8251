/** How the time of one request was used, in milliseconds. */
export interface ServerTiming {
  /** Adds the time of a statement. */
  readonly addStatement: (milliseconds: number) => void
  /** Makes a response body, and counts the time it takes. */
  readonly serialise: <Body>(make: () => Body) => Body
  readonly read: () => SpentTime
  /** The value of the `Server-Timing` header (W3C, Server Timing) as of now. */
  readonly header: () => string
}

/** Times so far, in milliseconds. */
interface SpentTime {
  readonly statements: number
  readonly database: number
  readonly serialising: number
  /** Our own code, and waiting for a model. */
  readonly app: number
  readonly total: number
}

/** Starts counting; `readTimer` gives milliseconds since an arbitrary start. */
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
