/** JSON bodies by what fills them, each of the given length in bytes. */
export const worstBodies: Readonly<Record<string, (bytes: number) => string>> = {
  'a list of numbers': (bytes) => fill(bytes, '[', '1,', '1]'),
  'lists in a list': (bytes) => fill(bytes, '[', '[],', '1]'),
  'lists in each other': (bytes) => '['.repeat(bytes / 2) + ']'.repeat(bytes / 2),
  'objects in each other': (bytes) => `${'{"a":'.repeat(bytes / 6 - 1)}1${'}'.repeat(bytes / 6 - 1)}`,
  'objects of one name': (bytes) => fill(bytes, '[', '{"a":1},', '1]'),
  'names, each once': (bytes) => object(bytes, (index) => index.toString(36)),
  'names that are numbers': (bytes) => object(bytes, (index) => String(index * 200_003)),
  'one name again and again': (bytes) => fill(bytes, '{', '"a":1,', '"a":1}'),
  'a long number': (bytes) => '9'.repeat(bytes),
  'numbers at the edge': (bytes) => fill(bytes, '[', '2.2250738585072011e-308,', '1]'),
  'a long text': (bytes) => `"${'a'.repeat(bytes - 2)}"`,
  'a text of escapes': (bytes) => fill(bytes, '"', '\\u0061', '"'),
  'halves of characters': (bytes) => fill(bytes, '"', '\\ud800', '"'),
  spaces: (bytes) => `${' '.repeat(bytes - 1)}1`,
}

function fill(bytes: number, begin: string, unit: string, end: string): string {
  return begin + unit.repeat(Math.max(0, Math.floor((bytes - begin.length - end.length) / unit.length))) + end
}

function object(bytes: number, nameOf: (index: number) => string): string {
  const names: string[] = []
  for (let length = 2, index = 0; length < bytes - 20; index += 1) {
    const pair = `"${nameOf(index)}":1`
    names.push(pair)
    length += pair.length + 1
  }
  return `{${names.join(',')}}`
}
