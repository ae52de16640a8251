import { expect, test } from 'vitest'
import { findSiteUrl } from './site-url.ts'

test.each([
  [{}, 'http://localhost:3000'],
  [{ VERCEL_PROJECT_PRODUCTION_URL: 'book.vercel.app' }, 'https://book.vercel.app'],
  [
    { SITE_URL: 'https://book.example.org/', VERCEL_PROJECT_PRODUCTION_URL: 'book.vercel.app' },
    'https://book.example.org',
  ],
  [{ SITE_URL: 'http://127.0.0.1:8080' }, 'http://127.0.0.1:8080'],
])('a build with %j has the address %s', (values, url) => {
  expect(findSiteUrl(values)).toBe(url)
})

test.each([
  'book.example.org',
  'ftp://book.example.org',
  'https://me:pw@book.example.org',
  'https://book.example.org/docs',
])('SITE_URL %s is refused, without being repeated', (value) => {
  expect(() => findSiteUrl({ SITE_URL: value })).toThrow(
    'SITE_URL: wanted an origin, as https://book.example.org, without a path.',
  )
})
