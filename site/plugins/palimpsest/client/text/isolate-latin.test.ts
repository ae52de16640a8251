import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { parseRewrite } from './parse-rewrite.ts'
import { showTree } from './show-tree.tsx'
import { isolateLatin } from './isolate-latin.ts'

function render(masked: string): string {
  const tree = parseRewrite(masked)
  isolateLatin(tree)
  return renderToStaticMarkup(showTree(tree))
}

const runs = (masked: string) =>
  [...render(masked).matchAll(/<bdi dir="ltr">(.*?)<\/bdi>/g)].map(([, run = '']) => run.replaceAll(/<[^>]+>/g, ''))

test.each([
  ['a number with its unit', 'ہر 100 ms بعد', ['100 ms']],
  ['a decimal with a composed unit', 'یہ 0.5 N·m دیتی ہے', ['0.5 N·m']],
  ['a name with a number', 'اور ROS 2 میں', ['ROS 2']],
  ['a phrase with hyphens', 'یہ sense-think-act loop ہے', ['sense-think-act loop']],
  ['a file name', 'فائل robot.urdf.xacro میں', ['robot.urdf.xacro']],
  ['a call', 'یعنی f(x) کی', ['f(x)']],
  ['a signed temperature', 'تقریباً ±5 °C تک', ['±5 °C']],
  ['a share', 'تقریباً 50% تک', ['50%']],
  ['thousands', 'یعنی 1,000 Hz پر', ['1,000 Hz']],
  ['a range of numbers', 'یعنی 5–10 بار', ['5–10']],
  ['a language with signs', 'زبان C++ میں', ['C++']],
  [
    'a term and its short form, which change no places with the brackets',
    'inverse kinematics (IK) سے',
    ['inverse kinematics', 'IK'],
  ],
  ['a title in the marks of English, with them', 'سبق “Where am I?” میں', ['“Where am I?”']],
  ['a title in the marks of Urdu, without them', 'سبق ”Where am I?“ میں', ['Where am I?']],
  ['a word between two Urdu quotations', '”ایک“ robot ”دو“', ['robot']],
  ['words on both sides of an Urdu comma', 'camera، lidar', ['camera', 'lidar']],
  ['a word and a measurement beside it, which are two,', 'یہ robot 1.2 m/s پر', ['robot', '1.2 m/s']],
  ['a measurement and a word after it, which are two,', 'یہ 30 kg robot ہے', ['30 kg', 'robot']],
  ['a range of measurements', 'یعنی 5 ms – 10 ms میں', ['5 ms – 10 ms']],
  ['an equation', 'یعنی torque = 0.5 N·m ہے', ['torque = 0.5 N·m']],
  ['a title with a measurement in it', 'سبق ”Falling at 4 m/s“ میں', ['Falling at 4 m/s']],
  ['a title with code in it, in the marks of Urdu,', 'سبق ”The `rclpy` way“ میں', ['The rclpy way']],
  ['a title with stress in it, in the marks of English,', 'سبق “The *loop* of it” میں', ['“The loop of it”']],
  ['each of two titles in pieces', '”A `b` c“ اور ”D *e* f“', ['A b c', 'D e f']],
  ['a word in a mixed quotation, alone,', '”یہ `x` robot ہے“', ['robot']],
  ['a word inside a link and inside emphasis', '**motor** اور [gear box](link:1)', ['motor', 'gear box']],
])('%s is one run from left to right', (_, masked, expected) => {
  expect(runs(masked)).toEqual(expected)
})

test.each([
  ['a bare number', 'یہ 5 حصے ہیں'],
  ['Urdu words', 'یہ ایک جملہ ہے۔'],
])('%s is left alone', (_, masked) => {
  expect(runs(masked)).toEqual([])
})

test('the words stay what they were, in their order', () => {
  const masked = 'جب ROS 2 ہر 100 ms بعد `spin()` چلاتا ہے، تو robot حرکت کرتا ہے۔'
  expect(render(masked).replaceAll(/<[^>]+>/g, '')).toBe(masked.replaceAll('`', ''))
})

test('inline code is isolated, and slots keep their places', () => {
  expect(render('کوڈ `a = 1` اور [[slot:k1]] ہے')).toBe(
    '<p>کوڈ <code dir="ltr">a = 1</code> اور <span data-slot="k1"></span> ہے</p>',
  )
})
