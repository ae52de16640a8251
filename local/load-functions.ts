import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findFunctionFiles } from './function-routes.ts'

/** The default export of a file in `api/`: the same on Vercel and here. */
export type EdgeFunction = (request: Request) => Response | Promise<Response>

/** Every function by its path below `api/`, for example `user/[user_id].ts`. */
export type EdgeFunctions = Readonly<Record<string, EdgeFunction>>

/** Imports every function of the folder; throws when one has no default export. */
export async function loadFunctions(apiDir: string): Promise<EdgeFunctions> {
  const files = await findFunctionFiles(apiDir)
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await loadFunction(apiDir, file)] as const)),
  )
}

async function loadFunction(apiDir: string, file: string): Promise<EdgeFunction> {
  const loaded: unknown = await import(pathToFileURL(resolve(apiDir, file)).href)
  if (!hasFunction(loaded)) throw new Error(`Cannot serve api/${file}: its default export is not a function`)
  return loaded.default
}

function hasFunction(loaded: unknown): loaded is { default: EdgeFunction } {
  return typeof loaded === 'object' && loaded !== null && 'default' in loaded && typeof loaded.default === 'function'
}
