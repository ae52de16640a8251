import { expect, test } from 'vitest'
import { fillOutputs } from './fill-outputs.ts'

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``

test('commands that are followed by what they print are run in order, and all else stays as it is', async () => {
  const page = (one: string, two: string): string =>
    [
      '# Page',
      fence('bash', 'one --a'),
      fence('text', one),
      'Words.',
      fence('bash', 'left alone'),
      'More.',
      fence('bash', 'two'),
      fence('text', two),
      'End.',
    ].join('\n\n')
  const ran: string[] = []
  const run = async (command: string): Promise<string> => `${ran.push(command)}: $1 of ${command}\n`
  expect(await fillOutputs(page('old\n\n  old', ''), run)).toBe(page('1: $1 of one --a', '2: $1 of two'))
  expect(ran).toEqual(['one --a', 'two'])
})
