import { planDeploy } from './plan-deploy.ts'
import { sitePaths } from '../build-site.ts'
import { defineJob } from '../terminal/define-job.ts'
import { textOption } from '../terminal/options.ts'
import { describePlan } from './describe-plan.ts'
import { readBuiltLessons } from './read-built-lessons.ts'
import { withDatabase } from './with-database.ts'

/** `npm run lessons -- plan` */
export const plan = defineJob({
  name: 'plan',
  description: 'Show what a deploy of the last site build would change and cost; changes nothing',
  options: {
    manifest: { schema: textOption, hint: 'file', description: `The lessons of the build (${sitePaths.manifest})` },
  },
  run: async ({ manifest = sitePaths.manifest }) => {
    const built = await readBuiltLessons(manifest)
    return withDatabase(async (project) => {
      const planned = await planDeploy(project, built)
      return { json: planned, lines: describePlan(planned) }
    })
  },
})
