import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { contractPath, renderContract } from './contract/render-contract.ts'
import { print, runToEnd } from './run-to-end.ts'

/** `npm run contract`: writes the description of the API, which the site serves as a file. */
await runToEnd(async () => {
  await mkdir(dirname(contractPath), { recursive: true })
  await writeFile(contractPath, renderContract())
  print(`Wrote ${contractPath}`)
})
