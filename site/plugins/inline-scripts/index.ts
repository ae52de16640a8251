import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { findInlineScripts } from './find-inline-scripts.ts'

/**
 * Checks the built pages against the Content-Security-Policy in the project's `vercel.json`: a page with an inline script that
 * the policy does not allow fails the build, with the source to add. Otherwise browsers would refuse it on the deployed site. Without
 * the file nothing is checked.
 */
export default function inlineScripts({ siteDir }: LoadContext): Plugin {
  return {
    name: 'inline-scripts',
    async postBuild({ outDir }) {
      const config = await readIfThere(path.join(siteDir, '../vercel.json'))
      if (config === undefined) return
      const refused = new Map<string, string>()
      for await (const file of glob('**/*.html', { cwd: outDir })) {
        const scripts = findInlineScripts(await readFile(path.join(outDir, file), 'utf8'))
        for (const { source, text } of scripts)
          if (!config.includes(source)) refused.set(source, `${file}: ${text.slice(0, 60)}`)
      }
      if (refused.size > 0)
        throw new Error(
          `The Content-Security-Policy in vercel.json does not allow these inline scripts. Add to its script-src:\n${[...refused].map(([source, where]) => `${source} (${where}…)`).join('\n')}`,
        )
    },
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
