/** What robots may read: every page, and nothing of the API, where an answer costs a function or a model. */
export const buildRobots = (siteUrl: string, folders: readonly string[]): string =>
  [
    'User-agent: *',
    'Allow: /',
    'Disallow: /api/',
    '',
    ...folders.map((folder) => `Sitemap: ${siteUrl}${folder}sitemap.xml`),
    '',
  ].join('\n')
