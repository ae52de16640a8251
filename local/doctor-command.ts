import { runMain } from 'citty'
import * as v from 'valibot'
import type { Check } from './doctor/check.ts'
import { examine } from './doctor/examine.ts'
import { readEnvironment } from './environment.ts'
import { defineJob } from './terminal/define-job.ts'

const origin = v.optional(
  v.pipe(
    v.string(),
    v.check(
      (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
      'wanted the address of the site, such as https://lessons.example',
    ),
    v.transform((text) => new URL(text).origin),
  ),
)

const marks: Readonly<Record<Check['state'], string>> = { ok: 'ok     ', warning: 'warning', wrong: 'WRONG  ' }

const doctor = defineJob({
  name: 'doctor',
  description: 'Check environment, database, lessons, model and site, and say what to do',
  options: { url: { schema: origin, hint: 'https://…', description: 'The deployed site, to check it as well' } },
  run: async ({ url }) => {
    const checks = await examine(readEnvironment(), url)
    const count = (state: Check['state']): number => checks.filter((check) => check.state === state).length
    const width = Math.max(...checks.map(({ name }) => name.length))
    return {
      json: { ok: count('wrong') === 0, checks },
      lines: [
        ...checks.flatMap(({ name, state, found, todo }) => [
          `${marks[state]}  ${name.padEnd(width)}  ${found}`,
          ...(todo === undefined ? [] : [`${' '.repeat(width + 11)}${todo}`]),
        ]),
        `${count('ok')} ok, ${count('warning')} to look at, ${count('wrong')} wrong`,
      ],
      exitCode: count('wrong') === 0 ? 0 : 1,
    }
  },
})

await runMain(doctor)
