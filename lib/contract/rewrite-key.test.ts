import { describe, expect, test } from 'vitest'
import { buildRewriteKey, buildVersionKey, type RewriteIdentity } from './rewrite-key.ts'

const identity: RewriteIdentity = {
  scope: 'published',
  sectionHash: 'a'.repeat(64),
  contextHash: 'd'.repeat(64),
  profileKey: 'b'.repeat(64),
  recipe: 'p1/model',
  level: 'as-is',
  variant: 0,
}

describe('buildRewriteKey()', () => {
  test('is a SHA-256, the same for the same parts', async () => {
    expect(await buildRewriteKey(identity)).toMatch(/^[0-9a-f]{64}$/)
    expect(await buildRewriteKey({ ...identity })).toBe(await buildRewriteKey(identity))
  })

  test.each<[string, Partial<RewriteIdentity>]>([
    ['section', { sectionHash: 'c'.repeat(64) }],
    ['context', { contextHash: 'c'.repeat(64) }],
    ['scope', { scope: 'integrator:abcdefgh' }],
    ['profile', { profileKey: 'c'.repeat(64) }],
    ['recipe', { recipe: 'p2/model' }],
    ['level', { level: 'deeper' }],
    ['variant', { variant: 1 }],
  ])('is another for another %s', async (_part, changed) => {
    expect(await buildRewriteKey({ ...identity, ...changed })).not.toBe(await buildRewriteKey(identity))
  })

  test('cannot be made equal by moving characters from one part to the next', async () => {
    const one = await buildRewriteKey({ ...identity, profileKey: 'x', recipe: 'yz' })
    expect(await buildRewriteKey({ ...identity, profileKey: 'xy', recipe: 'z' })).not.toBe(one)
  })
})

describe('buildVersionKey()', () => {
  const lesson = { slug: 'a/lesson', content_hash: 'a'.repeat(64) }

  test('is another for another lesson, version, set or order of rewrites', async () => {
    const keys = await Promise.all([
      buildVersionKey(lesson, ['1', '2']),
      buildVersionKey({ ...lesson, slug: 'b/lesson' }, ['1', '2']),
      buildVersionKey({ ...lesson, content_hash: 'b'.repeat(64) }, ['1', '2']),
      buildVersionKey(lesson, ['2', '1']),
      buildVersionKey(lesson, ['1']),
      buildVersionKey(lesson, ['12']),
      buildVersionKey(lesson, []),
    ])
    expect(new Set(keys).size).toBe(keys.length)
  })
})
