import { expect, test } from 'vitest'
import { buildRobots } from './build-robots.ts'

test('robots may read the pages of every language, and ask nothing of the API', () => {
  expect(buildRobots('https://book.example.org', ['/', '/ur/'])).toBe(
    `User-agent: *
Allow: /
Disallow: /api/

Sitemap: https://book.example.org/sitemap.xml
Sitemap: https://book.example.org/ur/sitemap.xml
`,
  )
})
