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

/** Those that nobody has answered in writing: an answer names the advisory. */
export const findUnanswered = (advisories: readonly Advisory[], answers: string): readonly Advisory[] =>
  advisories.filter(({ id }) => !answers.includes(id))
