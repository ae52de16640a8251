import * as v from 'valibot'

/** A known vulnerability of a locked package. */
export interface Advisory {
  /** `GHSA-…`, or its address if it has no such id. */
  readonly id: string
  readonly title: string
  readonly severity: string
  readonly packages: readonly string[]
}

const viaSchema = v.object({ url: v.string(), title: v.string(), severity: v.string(), name: v.string() })
/** The output of `npm audit --json`; causes that are packages, not advisories, are names. */
const reportSchema = v.object({
  vulnerabilities: v.record(v.string(), v.object({ via: v.array(v.union([v.string(), viaSchema])) })),
})

/**
 * The advisories in the output of `npm audit --json`; undefined if the registry did not respond, which is no failure.
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

/** One row of `docs/audit.md`: why an advisory for a locked package is harmless here. */
export interface AuditAnswer {
  readonly id: string
  /** `name@version`, the one that was judged. */
  readonly locked: string
}

const answerRow = /^\| (GHSA(?:-\w{4}){3}) \| `?([^|`\s]+)`? \| [^|\s]/gm

/** The answers of `docs/audit.md`: rows that start with an advisory, name a locked version and give a reason. */
export const readAnswers = (markdown: string): readonly AuditAnswer[] =>
  [...markdown.matchAll(answerRow)].map(([, id = '', locked = '']) => ({ id, locked }))

/** Advisories without an answer. */
export const findUnanswered = (advisories: readonly Advisory[], answers: readonly AuditAnswer[]): readonly Advisory[] =>
  advisories.filter((advisory) => !answers.some(({ id }) => id === advisory.id))

/**
 * Answers that are no longer needed: the version is in no lockfile any more, or the registry, if it responded, does not
 * list the advisory.
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
