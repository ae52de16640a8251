import site from 'palimpsest-site'
import type { Api } from './call-api.ts'

/** The API that the plugin's options name. */
export const siteApi: Api = { base: site.apiBase, fetch: (input, init) => fetch(input, init) }
