import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { noteShape } from './note-shape.ts'

const section = await planTask('A motor gives torque.')
const note = { ...section, kind: 'note' as const }

describe('noteShape()', () => {
  test.each(['- one\n- two', '1. one', '| a |\n| - |\n| b |', '> quoted'])('refuses %j in an opening note', (text) => {
    expect(judge(noteShape, text, note)).toEqual(['malformed'])
    expect(judge(noteShape, text, section)).toEqual([])
  })

  test('lets a plain paragraph through', () => {
    expect(judge(noteShape, 'This lesson matters to *you*.', note)).toEqual([])
  })
})
