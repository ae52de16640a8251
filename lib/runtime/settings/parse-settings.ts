import { findTextFault } from './find-text-fault.ts'
import type { Setting } from './setting.ts'
import type { SettingProblem } from './setting-problem.ts'

type Settings = Readonly<Record<string, Setting<unknown>>>
type Values<Given extends Settings> = { readonly [Name in keyof Given]: ReturnType<Given[Name]['parse']> }

/** Parses settings from the environment; throws all problems at once if any is invalid. */
export function parseSettings<Given extends Settings>(
  settings: Given,
  record: Readonly<Record<string, string | undefined>>,
): { readonly problems: readonly SettingProblem[]; readonly values: () => Values<Given> } {
  const entries = Object.entries(settings).map(([name, setting]) => ({ name, setting, value: record[name] ?? '' }))
  return {
    problems: entries.flatMap(({ name, setting, value }) => {
      const wrong = findTextFault(name, value) ?? setting.findFault(value)
      return wrong === undefined ? [] : [{ name, wrong, wanted: setting.wanted }]
    }),
    values: () =>
      Object.fromEntries(entries.map(({ name, setting, value }) => [name, setting.parse(value)])) as Values<Given>,
  }
}
