import { describeVariants } from '../../lib/profile/index.ts'
import { sitePaths } from '../build-site.ts'
import { publishBuiltLessons } from '../publish-built-lessons.ts'
import { CommandFailure } from '../command-failure.ts'
import { defineJob } from '../terminal/define-job.ts'
import { textOption } from '../terminal/options.ts'
import { withDatabase } from './with-database.ts'

/** `npm run lessons -- publish` */
export const publish = defineJob({
  name: 'publish',
  description: 'Store the lessons of the last site build in the database',
  options: {
    manifest: { schema: textOption, hint: 'file', description: `The lessons of the build (${sitePaths.manifest})` },
  },
  run: ({ manifest = sitePaths.manifest }) =>
    withDatabase(async ({ db, place }) => {
      const published = await publishBuiltLessons(db, manifest)
      const [refused] = published.refused
      // One lesson never stops the others; where there are no others, nothing was published.
      if (refused !== undefined && published.added + published.unchanged === 0)
        throw new CommandFailure(`${manifest}: no lesson can be published. ${refused}`)
      const counts = `${published.added} new or changed, ${published.unchanged} unchanged`
      return { json: { place, ...published }, lines: [`${place}: ${counts}`, ...published.refused, describeVariants()] }
    }),
})
