import { buildDocument } from './build-document.ts'

/** Where the site's build takes it from, to serve it at `/api/openapi.json`. */
export const contractPath = 'site/static/api/openapi.json'

export const renderContract = (): string => `${JSON.stringify(buildDocument(), null, 2)}\n`
