import { buildDocument } from './build-document.ts'

/** The file from which the site's build takes the description, to serve it at `/api/openapi.json`. */
export const contractPath = 'site/static/api/openapi.json'

export const renderContract = (): string => `${JSON.stringify(buildDocument(), null, 2)}\n`
