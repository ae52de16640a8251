import { expect, test } from 'vitest'
import { hideSecrets } from './hide-secrets.ts'

test('what packages and servers quote of secrets is hidden, in whichever form', () => {
  const environment = {
    DATABASE_URL: 'postgresql://user:pass%23word@host/db',
    OPENAI_API_KEY: 'sk-key-1',
    CRON_SECRET: 'the-secret-of-the-clock',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20token,x-key=other-key',
  }
  const text = Object.values(environment).join(' ')
  const hidden = hideSecrets(`${text} pass#word Bearer token: user "user" of host`, environment)
  expect(hidden).not.toMatch(/pass|word|sk-key|secret|token|other-key/)
  expect(hidden).toContain('user "user" of host')
})

test('a password that is not percent-encoded is hidden as well', () => {
  const hidden = hideSecrets('pa#ss/wo@rd', { DATABASE_URL: 'postgresql://user:pa#ss/wo@rd@host/db' })
  expect(hidden).toBe('[hidden]')
})

test('without secrets every text stays as it is', () => {
  expect(hideSecrets('a text', { OPENAI_API_KEY: '', DATABASE_URL: undefined })).toBe('a text')
})
