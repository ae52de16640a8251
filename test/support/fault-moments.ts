import type { DatabaseFault } from './database-faults.ts'

/** The statements of `POST /api/personalize`, by how they begin. */
export const statements = {
  lookUp: 'with used_key as',
  takeLease: 'insert into "personalized_content_cache"',
  renewLease: 'update "personalized_content_cache" set "lease_until"',
  store: 'with "outdated" as',
  follow: 'select "key", "state"',
  remember: 'with "read" as',
} as const
export type StatementName = keyof typeof statements

type Rows = 'ready' | 'writing' | 'none'

/** When a database fails under a reader, and what is guaranteed then. */
export interface FaultMoment {
  /** As in the guide's table. */
  readonly when: string
  readonly strikes: readonly StatementName[]
  /** True when each section's statement is struck once, and the database is back after that. */
  readonly once?: true
  /** True when nothing is struck before every section's lease is taken. */
  readonly onceWriting?: true
  readonly reader: 'lesson' | 'problem'
  /** What the cache holds of each section then: when the struck statements were not run, and when they were. */
  readonly rows: { readonly notRun: Rows; readonly run: Rows }
  readonly logged: readonly string[]
}

const ready = { notRun: 'ready', run: 'ready' } as const

/** Every moment at which each fault is injected; the guide's page has one row for each. */
export const faultMoments: readonly FaultMoment[] = [
  {
    when: 'The lesson is looked up',
    strikes: ['lookUp'],
    reader: 'problem',
    rows: { notRun: 'none', run: 'none' },
    logged: ['database-unavailable'],
  },
  {
    when: 'Leases are asked for',
    strikes: ['takeLease'],
    reader: 'lesson',
    rows: { notRun: 'none', run: 'writing' },
    logged: ['database-unavailable', 'rewrite-not-stored'],
  },
  {
    when: 'Each lease is asked for, and only then',
    strikes: ['takeLease'],
    once: true,
    reader: 'lesson',
    rows: ready,
    logged: ['database-unavailable'],
  },
  {
    when: 'Rewrites are stored',
    strikes: ['store'],
    reader: 'lesson',
    rows: { notRun: 'writing', run: 'ready' },
    logged: ['database-unavailable', 'rewrite-not-stored'],
  },
  {
    when: 'Each rewrite is stored, and only then',
    strikes: ['store'],
    once: true,
    reader: 'lesson',
    rows: ready,
    logged: ['database-unavailable'],
  },
  {
    when: 'What the learner was given is remembered',
    strikes: ['remember'],
    reader: 'lesson',
    rows: ready,
    logged: ['reading-not-remembered'],
  },
  {
    when: 'From the first event of the stream on',
    strikes: ['takeLease', 'renewLease', 'store', 'follow', 'remember'],
    reader: 'lesson',
    rows: { notRun: 'none', run: 'writing' },
    logged: ['database-unavailable', 'rewrite-not-stored', 'reading-not-remembered'],
  },
  {
    when: 'In mid-stream, from the model’s first words on',
    strikes: ['takeLease', 'renewLease', 'store', 'follow', 'remember'],
    onceWriting: true,
    reader: 'lesson',
    rows: { notRun: 'writing', run: 'ready' },
    logged: ['database-unavailable', 'rewrite-not-stored', 'reading-not-remembered'],
  },
]

/** What is guaranteed of a moment under a fault. */
export interface Outcome {
  readonly reader: FaultMoment['reader']
  readonly rows: Rows
  readonly logged: readonly string[]
  /** True when a text that was paid for is lost, and the next reader's is paid for again. */
  readonly paidAgain: boolean
}

/** An answer that is only late changes nothing. */
export function outcomeOf({ reader, rows, logged }: FaultMoment, { runs, goesOn }: DatabaseFault): Outcome {
  if (goesOn === 'late') return { reader: 'lesson', rows: 'ready', logged: [], paidAgain: false }
  const left = runs ? rows.run : rows.notRun
  // A store that was run is found to have been, when it is tried again.
  const heard = left === 'ready' ? logged.filter((event) => event !== 'rewrite-not-stored') : logged
  return { reader, rows: left, logged: heard, paidAgain: reader === 'lesson' && left !== 'ready' }
}

/** The guarantee in one clause. */
export function describeOutcome({ reader, rows, paidAgain }: Outcome): string {
  if (reader === 'problem') return 'the reader is told to try again, and no model is asked'
  const stored = {
    ready: 'every rewrite is kept',
    writing: 'only leases are left, which run out',
    none: 'nothing is stored',
  }
  return `the reader gets every rewrite, ${stored[rows]}${paidAgain ? '' : ', and nothing is paid for twice'}`
}
