/** Runs in the page, so it stands alone: whether the device keeps a copy of the lesson. */
export function isLessonSaved(slug: string): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('palimpsest')
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('lessons').objectStore('lessons').get(`lesson:${slug}`)
      reading.addEventListener('success', () => resolve(typeof reading.result === 'string'))
    })
  })
}
