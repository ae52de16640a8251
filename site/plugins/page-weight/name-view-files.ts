import { glob, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { panelId } from '../palimpsest/client/page/panel.ts'
import { viewFilesId } from '../palimpsest/client/page/early-script.ts'
import { readChunkList, type ChunkList } from './chunk-list.ts'

/** How `LessonProvider` asks for the view; the list has it by `namePageChunks`. */
const viewRequest = '../view/personal-view.ts'

interface BuiltSite {
  /** Where the pages of this locale were written. */
  readonly outDir: string
  /** Docusaurus' `.docusaurus`. */
  readonly generatedFilesDir: string
}

/** The panel of a lesson that can be personalized, with quotes or without. */
const panel = new RegExp(`<div id="?${panelId}"? role="?tabpanel\\b`)

/**
 * Puts the files of the personalized view into each lesson's page, in a template, of which nothing comes by itself. The script
 * after it in the page's head uses it for a reader who arrives in that view: the files are then fetched beside the page's own scripts.
 * Written as Docusaurus' own links are once they are minified, since those with the same words before them take fewer bytes.
 */
export async function nameViewFiles({ outDir, generatedFilesDir }: BuiltSite): Promise<void> {
  const template = viewTemplate(await readChunkList(generatedFilesDir))
  for await (const name of glob('**/*.html', { cwd: outDir })) {
    const page = path.join(outDir, name)
    const html = await readFile(page, 'utf8')
    if (panel.test(html)) await writeFile(page, html.replace('<script', `${template}<script`))
  }
}

function viewTemplate({ entrypoints, origins, assets }: ChunkList): string {
  const ofEveryPage = new Set(entrypoints.flatMap((name) => origins[name] ?? []))
  const chunks = (origins[viewRequest] ?? []).filter((id) => !ofEveryPage.has(id)).map((id) => assets[id] ?? {})
  const links = (kind: string, as: string) =>
    chunks
      .flatMap((files) => files[kind] ?? [])
      .map(({ publicPath }) => `<link rel=preload as=${as} href=${publicPath} fetchpriority=low>`)
  return `<template id=${viewFilesId}>${[...links('js', 'script'), ...links('css', 'style')].join('')}</template>`
}
