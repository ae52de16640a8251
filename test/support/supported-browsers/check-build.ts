import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { AllowedUse } from './allowed-uses.ts'
import { findPageUses } from './find-page-uses.ts'
import { findScriptUses, readScript } from './find-script-uses.ts'
import { findStyleUses } from './find-style-uses.ts'
import type { OldestVersions } from './oldest-versions.ts'
import { readScriptFeatures } from './script-features.ts'
import { readStyleFeatures } from './style-features.ts'
import type { Use } from './use.ts'

export interface BuildReport {
  /** A line for each use that is not allowed: what, where, and which browsers lack it. */
  readonly problems: readonly string[]
  /** What is allowed and not used any more. */
  readonly idle: readonly AllowedUse[]
}

/** Looks through all that a built site sends to browsers for what one of them, at its oldest supported version, lacks. */
export async function checkBuild(
  folder: string,
  oldest: OldestVersions,
  allowed: readonly AllowedUse[],
): Promise<BuildReport> {
  const styleFeatures = readStyleFeatures(oldest)
  const scriptFeatures = readScriptFeatures(oldest)
  const found: { readonly file: string; readonly uses: readonly Use[] }[] = []
  const scripts = new Map<string, string>()
  const styles = new Map<string, string>()
  for await (const name of glob('**/*.{html,css,js,mjs}', { cwd: folder })) {
    const text = await readFile(path.join(folder, name), 'utf8')
    if (name.endsWith('.html')) {
      const page = findPageUses(text, oldest)
      found.push({ file: name, uses: page.uses })
      page.scripts.forEach((script) => scripts.set(script, name))
      page.sheets.forEach((sheet) => styles.set(sheet, name))
      page.styles.forEach((style) => styles.set(`:root{${style}}`, name))
    } else if (name.endsWith('.css')) styles.set(text, name)
    else scripts.set(text, name)
  }
  for (const [text, file] of styles) found.push({ file, uses: findStyleUses(text, styleFeatures) })
  const read = [...scripts].map(([text, file]) => ({ file, script: readScript(text, scriptFeatures.edition) }))
  const given = new Set(read.flatMap(({ script }) => [...script.given]))
  for (const { file, script } of read) found.push({ file, uses: findScriptUses(script, scriptFeatures, given) })
  const used = new Set<AllowedUse>()
  const problems = found.flatMap(({ file, uses }) =>
    uses.flatMap((use) => {
      const entry = allowed.find(
        ({ features, around }) => features.includes(use.feature) && (around?.test(use.around) ?? true),
      )
      if (entry !== undefined) used.add(entry)
      return entry === undefined ? [`${use.feature} in ${file}, not in ${use.lacking.join(', ')}: …${use.around}…`] : []
    }),
  )
  return { problems: [...new Set(problems)], idle: allowed.filter((entry) => !used.has(entry)) }
}
