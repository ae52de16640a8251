import { readFile, writeFile } from 'node:fs/promises'
import { fillSecurityPage } from './render-page.ts'
import { runAllAttempts } from './run-attempts.ts'

const page = 'site/guide/security.md'

/** `npm run injection`: runs every injection in every place against a model that obeys, and writes the outcomes to the guide. */
const attempts = await runAllAttempts()
for (const { place, injection, reached } of attempts) if (reached) console.log(`reached: "${injection}" in "${place}"`)
await writeFile(page, fillSecurityPage(await readFile(page, 'utf8'), attempts))
