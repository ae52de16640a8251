import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'

/** One picture of a state, as it was taken. */
export interface Photograph {
  readonly shot: string
  readonly title: string
  readonly file: string
}

interface Sheet {
  readonly photographs: readonly Photograph[]
  readonly file: string
}

const sheetStyle = `
  body { margin: 16px; font: 14px sans-serif; display: grid; grid-template-columns: repeat(6, auto); gap: 16px; justify-content: start; }
  figure { margin: 0 } img { display: block; height: 420px; margin-block-start: 4px; border: 1px solid #999 }
`

/** Lays the photographs of one state out on a single picture, in the order in which they were taken. */
export async function layOut(browser: Browser, { photographs, file }: Sheet): Promise<void> {
  const figures = await Promise.all(
    photographs.map(async ({ title, file: name }) => {
      const image = await readFile(name, 'base64')
      return `<figure>${title}<img src="data:image/png;base64,${image}"></figure>`
    }),
  )
  const page = await browser.newPage({ viewport: { width: 2600, height: 900 } })
  await page.setContent(`<style>${sheetStyle}</style>${figures.join('')}`)
  await page.screenshot({ path: file, fullPage: true })
  await page.close()
}
