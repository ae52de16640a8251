import { readFile, writeFile } from 'node:fs/promises'
import { fillSecurityPage } from './render-page.ts'
import { runAllAttempts } from './run-attempts.ts'

const page = 'site/guide/security.md'

/** `npm run injection`: has an obeying model told every demand in every place, and writes what came of it to the guide. */
const attempts = await runAllAttempts()
for (const { place, demand, reached } of attempts) if (reached) console.log(`reached: "${demand}" in "${place}"`)
await writeFile(page, fillSecurityPage(await readFile(page, 'utf8'), attempts))
