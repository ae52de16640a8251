import { describe, expect, test } from 'vitest'
import { readPrompt } from './read-prompt.ts'
import { buildSamplePrompt, type SamplePrompt } from './sample-prompt.ts'
import { writeDemoSection } from './write-section.ts'

const beginner = { preferred_language: 'en', education_level: 'high_school', robotics_background: 'false' }
const middle = { ...beginner, education_level: 'graduate' }
const expert = { ...beginner, education_level: 'professional', robotics_background: 'true' }

function write(parts: SamplePrompt): string {
  return writeDemoSection(readPrompt(buildSamplePrompt({ reader: beginner, ...parts })))
}

describe('for a beginner', () => {
  test('a term is explained after its first sentence, with its comparison', () => {
    const text =
      'A robot reads its sensor a thousand times per second. The numbers are never quite the same, and nobody is to blame. Every small error in them travels on through the whole program, and in the end it moves a motor.'
    const written = write({ text })
    expect(written).toMatch(/a sensor turns something physical into a number\./i)
    expect(written).toContain('A thermometer does the same for heat.')
    expect(written.startsWith('A robot reads its sensor a thousand times per second.')).toBe(true)
  })

  test('an explanation does not part a sentence from the one that leans on it', () => {
    const written = write({
      text: 'Every joint has a sensor in it. It turns with the shaft and reports the angle. Cables carry the numbers to the computer and back.',
    })
    expect(written).toContain('in it. It turns with the shaft and reports the angle.')
  })

  test('a long sentence is cut where both halves are clauses', () => {
    const written = write({
      text: 'The push of the motor changes the whole world around the robot, so the next measurement is always a little different from the last.',
    })
    expect(written).toContain('around the robot. So the next measurement is always')
  })

  test.each([
    'If the cup is fuller than it looked on the table in the kitchen, and it is hot, the robot has to notice that in time.',
    'Change the body of the robot in any way you like, and you change what can be known about the whole world.',
    'The controller keeps the arm away from the table so that the cup, the plate and the glass stay where they are.',
    'It says that the arm stops at once when somebody comes too near to it, and that it waits for a new command.',
  ])('"%s" stays whole, because a half could not stand alone', (text) => {
    expect(write({ text, glossary: '' })).toContain(text)
  })

  test('three steps in a paragraph become a numbered list', () => {
    const text =
      'Starting is simple. First, the robot looks around. Then it picks a target. Finally, it walks. Nothing else is needed.'
    expect(write({ text })).toContain(
      'Starting is simple.\n\n1. First, the robot looks around.\n2. Then it picks a target.\n3. Finally, it walks.\n\nNothing else is needed.',
    )
  })

  test('code gets one lead, for readers who are new to code only', () => {
    const parts = {
      text: 'This is the loop.\n\n[[slot:k1]]\n\nThen the same again.\n\n[[slot:k2]]',
      slots:
        '<slot id="k1" kind="code">```python\nx = 1  # one\n```</slot>\n<slot id="k2" kind="code">```python\ny = 2\n```</slot>',
    }
    const lead = /Python/g
    expect(write({ ...parts, reader: { ...beginner, programming_experience: 'none' } }).match(lead)).toHaveLength(1)
    expect(write({ ...parts, reader: { ...beginner, programming_experience: 'advanced' } })).not.toMatch(lead)
  })
})

describe('for an expert', () => {
  test('fillers go, nothing is explained, and a pointer closes the section', () => {
    const text =
      'Note that the loop has to be fast. Of course, a sensor is never perfect. The rule was not wrong. It was only late in every single turn.'
    const written = write({ text, reader: expert })
    expect(written).toContain(
      'The loop must be fast. A sensor is never perfect. The rule was not wrong; it was only late in every single turn.',
    )
    expect(written).not.toContain('thermometer')
    expect(written).toMatch(/(?:Watch for|For practice|For more depth)[^\n]+\.$/)
  })

  test.each([
    'The rotor no longer has to stop at once.',
    'This is why a peak is listed, and why a robot can jump.',
    'A robot does not only have to see.',
  ])('"%s" keeps its meaning', (text) => {
    expect(write({ text, reader: expert })).toContain(text)
  })
})

test('the level moves the style by one step', () => {
  const text =
    'Note that the loop has to be fast. A robot reads its sensor all the time. The numbers are never quite the same, and nobody is to blame. Every small error in them travels on through the whole program, and in the end it moves a motor.'
  expect(write({ text, reader: middle, level: 'deeper' })).toContain('The loop must be fast.')
  expect(write({ text, reader: middle, level: 'simpler' })).toContain('A thermometer does the same for heat.')
})

test('an everyday word is not explained as a term unless the lesson is about it', () => {
  const parts = {
    text: 'The camera talks over a busy wireless link to the computer in the chest of the robot.',
    glossary: 'link | links | A link is one rigid part of a robot. | Think of a bone.',
  }
  expect(write(parts)).not.toContain('rigid part')
  expect(write({ ...parts, outline: '- Links and joints\n- Two frames', heading: 'Links and joints' })).toContain(
    'rigid part',
  )
})

test('code spans, links, emphasis, tables, admonitions and nested lists come through untouched', () => {
  const text = [
    'Run `ros2 topic hz --window 10; and it goes` **now**, see [the `hz` tool](link:1) and *wait* 3.5 s.[[slot:k1]] Then go on.',
    '| a | b |\n|---|---|\n| sensor | of course |',
    ':::note[A sensor]\n\nOf course.\n\n:::',
    '- One sensor.\n  - Two `sensor`.\n\n    [[slot:k2]]\n- Three.',
    '> A sensor in a quotation.',
  ].join('\n\n')
  const written = write({ text, glossary: '' })
  for (const block of text.split('\n\n')) expect(written).toContain(block)
})

test('a text with private characters is left alone', () => {
  expect(write({ text: 'A sensor \uE000 is here.', glossary: '' })).toBe('A sensor \uE000 is here.')
})

test('a repair leaves every sentence of the author alone', () => {
  const text =
    'Note that a sensor is needed. The push of the motor changes the world, so the next measurement is always different. Nobody knows why that is so.'
  expect(write({ text, findings: '- too-long: 90 words' }).startsWith(text)).toBe(true)
})
