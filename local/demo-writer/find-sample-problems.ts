import { type Lesson, type MaskedSection, maskSection } from '../../lib/lesson/index.ts'
import { hashMasked, type Sample } from './find-sample.ts'

/** The problems of a sample, one line each: missing or changed sections, slots or links that are not the author's. */
export function findSampleProblems(sample: Sample, lesson: Pick<Lesson, 'slug' | 'sections'>): string[] {
  const sections = lesson.sections.filter(({ words }) => words > 0)
  const known = new Set(sections.map(({ id }) => id))
  const foreign = sample.sections
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => `${lesson.slug}#${id}: is not in the lesson any more`)
  const wrong = sections.flatMap((section) => {
    const translated = sample.sections.find(({ id }) => id === section.id)
    const masked = maskSection(section, { translating: true })
    const problems = translated
      ? judge(translated, { masked, isHeaded: section.heading !== null })
      : ['is not translated']
    return problems.map((problem) => `${lesson.slug}#${section.id}: ${problem}`)
  })
  return [...foreign, ...wrong]
}

function judge(
  translated: Sample['sections'][number],
  { masked, isHeaded }: { masked: MaskedSection; isHeaded: boolean },
): string[] {
  const slots = [...translated.markdown.matchAll(/\[\[slot:(\w+)\]\]/g)].map(([, id]) => id)
  const links = [...translated.markdown.matchAll(/\]\(link:(\d+)\)/g)].map(([, number]) => Number(number))
  const wanted = { slots: masked.slots.map(({ id }) => id), links: masked.links.map(({ number }) => number) }
  return [
    ...(translated.masked_sha256 === hashMasked(masked.text)
      ? []
      : ['the author changed the section; translate it again']),
    ...(slots.join() === wanted.slots.join()
      ? []
      : [`has the slots ${slots.join(', ') || 'none'}, wants ${wanted.slots.join(', ') || 'none'}`]),
    ...(links.toSorted((one, other) => one - other).join() === wanted.links.join()
      ? []
      : [`has the links ${links.join(', ') || 'none'}, wants ${wanted.links.join(', ') || 'none'}`]),
    ...((translated.heading !== null) === isHeaded
      ? []
      : [isHeaded ? 'lacks its heading' : 'has a heading, and the section has none']),
  ]
}
