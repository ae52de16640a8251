/**
 * Matches a name as whole words, in the singular or with a plural `s`. Case is ignored, except for a name with
 * capitals: `LiDAR` is not `lidar`. The first letter may be a capital in any case: `Physical AI` matches `physical AI`.
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
