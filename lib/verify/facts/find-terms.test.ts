import { describe, expect, test } from 'vitest'
import type { GlossaryTerm } from '../../lesson/lesson.ts'
import { findTermNames } from './find-terms.ts'

const term = (name: string, ...aliases: string[]): GlossaryTerm => ({ term: name, aliases, plain: {}, comparison: {} })
const glossary = [term('torque', 'turning force'), term('DDS'), term('C++'), term('degree of freedom', 'DoF')]

describe('findTermNames()', () => {
  test.each([
    ['The torque is small.', ['torque']],
    ['Two torques meet.', ['torque']],
    ['TORQUE', ['torque']],
    ['A turning force acts.', ['torque']],
    ['motor کا torque کم ہے۔', ['torque']],
    ['Write it in C++.', ['C++']],
    ['Six degrees of freedom', []],
    ['It has one degree of freedom, one DoF.', ['degree of freedom']],
    ['torquemada, DDSX and xDDS', []],
    ['', []],
  ])('finds in "%s" %j', (text, terms) => {
    expect([...findTermNames(text, glossary)]).toEqual(terms)
  })
})
