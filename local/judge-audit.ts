import * as v from 'valibot'

/** One known weakness of a package that stands in a lockfile. */
export interface Advisory {
  /** `GHSA-…`, or its address where it has no such name. */
  readonly id: string
  readonly title: string
  readonly severity: string
  readonly packages: readonly string[]
}

const viaSchema = v.object({ url: v.string(), title: v.string(), severity: v.string(), name: v.string() })
/** What `npm audit --json` prints; the parts that are packages, not advisories, are names. */
const reportSchema = v.object({
  vulnerabilities: v.record(v.string(), v.object({ via: v.array(v.union([v.string(), viaSchema])) })),
})

/**
 * The advisories in what `npm audit --json` printed; undefined when the registry gave no answer, which is nobody's fault
 * here.
 */
export function findAdvisories(printed: string): readonly Advisory[] | undefined {
  const report = v.safeParse(v.pipe(v.string(), v.parseJson(), reportSchema), printed)
  if (!report.success) return undefined
  const found = Object.values(report.output.vulnerabilities)
    .flatMap(({ via }) => via)
    .filter((via) => typeof via !== 'string')
  const byId = Map.groupBy(found, ({ url }) => /GHSA(?:-\w{4}){3}/.exec(url)?.[0] ?? url)
  return [...byId].map(([id, all]) => ({
    id,
    title: all[0]?.title ?? '',
    severity: all[0]?.severity ?? '',
    packages: [...new Set(all.map(({ name }) => name))],
  }))
}

/** One row of `docs/audit.md`: why an advisory that holds for a locked package cannot hurt here. */
export interface AuditAnswer {
  readonly id: string
  /** `name@version`, the one that was judged. */
  readonly locked: string
}

const answerRow = /^\| (GHSA(?:-\w{4}){3}) \| `?([^|`\s]+)`? \| [^|\s]/gm

/** The answers of `docs/audit.md`: the rows that begin with an advisory, name a locked version and give a reason. */
export const readAnswers = (markdown: string): readonly AuditAnswer[] =>
  [...markdown.matchAll(answerRow)].map(([, id = '', locked = '']) => ({ id, locked }))

/** Those that nobody has answered in writing. */
export const findUnanswered = (advisories: readonly Advisory[], answers: readonly AuditAnswer[]): readonly Advisory[] =>
  advisories.filter((advisory) => !answers.some(({ id }) => id === advisory.id))

/**
 * Answers that nothing asks for: the version that was judged stands in no lockfile any more, or the registry, if it said what
 * it knows, knows nothing of the advisory.
 */
export const findUnneeded = (
  answers: readonly AuditAnswer[],
  known: { readonly locked: ReadonlySet<string>; readonly advisories?: readonly Advisory[] | undefined },
): readonly AuditAnswer[] =>
  answers.filter(
    (answer) =>
      !known.locked.has(answer.locked) ||
      (known.advisories !== undefined && !known.advisories.some(({ id }) => id === answer.id)),
  )

const lockfileSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    packages: v.record(v.string(), v.object({ name: v.optional(v.string()), version: v.optional(v.string()) })),
  }),
)

/** The packages of a `package-lock.json`, each as `name@version`. */
export function findLocked(lockfile: string): readonly string[] {
  const { packages } = v.parse(lockfileSchema, lockfile)
  return Object.entries(packages).flatMap(([place, { name, version }]) => {
    const called = name ?? place.split('node_modules/').at(-1)
    return version === undefined || called === undefined ? [] : [`${called}@${version}`]
  })
}
