/** Runs in the page, so it stands alone: whether the device keeps a copy of the lesson. */
export function isLessonKept(slug: string): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('palimpsest')
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('kept').objectStore('kept').get(`lesson:${slug}`)
      reading.addEventListener('success', () => resolve(typeof reading.result === 'string'))
    })
  })
}
