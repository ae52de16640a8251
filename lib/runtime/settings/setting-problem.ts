/** Why one setting is invalid. Never contains its value, which may be a misplaced secret. */
export interface SettingProblem {
  readonly name: string
  /** The rest of a sentence after the name, such as `has no scheme`. */
  readonly wrong: string
  readonly wanted: string
}

/** One line for people. */
export const describeProblem = ({ name, wrong, wanted }: SettingProblem): string => `${name} ${wrong}: wanted ${wanted}`

/** Thrown with all problems at once; its message names variables and wanted values, never what was set. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
  readonly problems: readonly SettingProblem[]

  constructor(problems: readonly SettingProblem[]) {
    super(`Settings that cannot be used: ${problems.map(describeProblem).join('; ')}.`)
    this.problems = problems
  }
}
