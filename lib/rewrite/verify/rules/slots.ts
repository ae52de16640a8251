import type { Rule } from '../rule.ts'

/** Harm prevented: code, a formula or a figure that is lost, shown twice, or shown where it no longer makes sense. */
export const slots: Rule = ({ slots: found, partial }, { masked }) => {
  const wanted = masked.slots.map((slot) => slot.id)
  const unknown = found.find(({ id }) => !wanted.includes(id))
  if (unknown) return [{ reason: 'slot-unknown', message: `[[slot:${unknown.id}]] is not in the section.` }]

  const ids = found.map((slot) => slot.id)
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index)
  if (repeated !== undefined)
    return [{ reason: 'slot-repeated', message: `[[slot:${repeated}]] stands more than once; keep it once.` }]

  const missing = wanted.filter((id) => !ids.includes(id))
  if (!partial && missing.length > 0)
    return [{ reason: 'slot-missing', message: `Missing: ${missing.map((id) => `[[slot:${id}]]`).join(', ')}.` }]

  if (ids.some((id, index) => id !== wanted[index]))
    return [
      {
        reason: 'slot-order',
        message: `The placeholders stand as ${ids.join(', ')}; keep the order ${wanted.join(', ')}.`,
      },
    ]

  return masked.slots
    .filter(({ id, placement }) => placement === 'block' && found.some((slot) => slot.id === id && !slot.alone))
    .map(({ id }) => ({ reason: 'slot-placement', message: `[[slot:${id}]] must stand alone on its line.` }))
}
