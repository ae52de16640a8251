import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'

/** One function of `.vercel/output/functions`, bundled as the platform does before it deploys. */
export interface BundledFunction {
  /** The URL's path, for example `/api/user/[user_id]`. */
  readonly route: string
  readonly config: { readonly runtime: string; readonly entrypoint: string; readonly regions?: readonly string[] }
  /** A script that leaves the function's module in the global `edgeFunction`; it wants the global `edgeModules`. */
  readonly code: string
  readonly gzippedBytes: number
  /** The packages whose code is in it. */
  readonly packages: ReadonlySet<string>
  /** Our own files whose code is in it, for example `lib/http/endpoint.ts`. */
  readonly files: ReadonlySet<string>
}

/** Those with which the Vercel CLI chose the files of the folder; it takes the first that a package names. */
const conditions = ['edge-light', 'browser', 'module', 'import', 'require']

/** The modules of Node's that the platform gives to edge functions: taken from the global `edgeModules`, by name. */
const edgeModules: Plugin = {
  name: 'edge-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?(async_hooks|events|buffer|assert|util)$/ }, ({ path: name }) => ({
      namespace: 'edge-module',
      path: name.replace('node:', ''),
    }))
    onLoad({ filter: /./, namespace: 'edge-module' }, ({ path: name }) => ({
      contents: `module.exports = edgeModules.${name}`,
    }))
  },
}

/** Bundles one function folder (`….func`). Fails when it imports anything the edge does not have. */
export async function bundleFunction(functionsFolder: string, folder: string): Promise<BundledFunction> {
  const config = JSON.parse(
    await readFile(path.join(functionsFolder, folder, '.vc-config.json'), 'utf8'),
  ) as BundledFunction['config']
  const { outputFiles, metafile } = await build({
    entryPoints: [path.join(functionsFolder, folder, config.entrypoint)],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'edgeFunction',
    platform: 'browser',
    conditions,
    plugins: [edgeModules],
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.text ?? ''
  const inputs = Object.entries(metafile.outputs).flatMap(([, output]) => Object.entries(output.inputs))
  const paths = inputs.flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : []))
  return {
    route: `/${folder.replace(/\.func$/, '')}`,
    config,
    code,
    gzippedBytes: gzipSync(code).byteLength,
    packages: new Set(paths.flatMap((input) => packagePath.exec(input)?.[1] ?? [])),
    files: new Set(paths.flatMap((input) => (packagePath.test(input) ? [] : (ownPath.exec(input)?.[1] ?? [])))),
  }
}

/** The innermost package of a path. */
const packagePath = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/
const ownPath = /\.func\/(.*)/
