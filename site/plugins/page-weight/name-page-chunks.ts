import { writeFile } from 'node:fs/promises'
import { chunkListFile, readChunkList } from './chunk-list.ts'

interface ChunkGroup {
  readonly origins: Iterable<{ readonly request?: string | undefined }>
  readonly chunks: readonly { readonly id?: string | number | null | undefined }[]
}

/** The part of the bundler, Rspack or webpack, that is used here. */
interface Bundler {
  readonly watchMode: boolean
  readonly hooks: {
    readonly afterEmit: {
      tapPromise(name: string, run: (made: { readonly chunkGroups: Iterable<ChunkGroup> }) => Promise<void>): void
    }
  }
}

/**
 * A part of the bundler that mends Docusaurus' list of chunks. Docusaurus means to name, in each page, the scripts and styles of
 * what the page was made from. It looks for them by the requests of imports and lists them by the names of chunks, so that
 * it finds none. Here the requests are listed, too: a page's scripts are fetched with it, not after its first script has
 * run, and its styles are there from the first paint, also without scripts.
 */
export function namePageChunks(generatedFilesDir: string) {
  return {
    apply(compiler: Bundler): void {
      compiler.hooks.afterEmit.tapPromise('page-weight', async ({ chunkGroups }) => {
        // Before pages are made; while an author writes, there is no such list.
        if (compiler.watchMode) return
        const list = await readChunkList(generatedFilesDir)
        for (const { origins, chunks } of chunkGroups)
          for (const { request } of origins) if (request) list.origins[request] ??= chunks.flatMap(({ id }) => id ?? [])
        await writeFile(chunkListFile(generatedFilesDir), JSON.stringify(list))
      })
    },
  }
}
