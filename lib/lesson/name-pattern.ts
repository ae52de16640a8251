/**
 * Finds a name as whole words, in the singular or with a plural's `s`. Upper and lower case are the same, except in a name
 * with capitals: `LiDAR` is not `lidar`. A sentence may begin with any name: `physical AI` is `Physical AI`.
 */
export function namePattern(name: string, flags = ''): RegExp {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const hasCapitals = name !== name.toLowerCase()
  const pattern = words.join('\\s+').replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`)
  return new RegExp(`(?<![\\p{L}\\p{N}_])${pattern}(?:s|es)?(?![\\p{L}\\p{N}_])`, `${flags}${hasCapitals ? 'u' : 'iu'}`)
}
