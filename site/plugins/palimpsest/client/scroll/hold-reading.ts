import { holdPlace } from './keep-place.ts'
import { findReadingPlace, goToReadingPlace } from './reading-place.ts'

/**
 * Remembers the passage under the top of the window; the function it gives goes there after the view has changed, as the same
 * passage has another length in each view.
 */
export function holdReading(): () => void {
  const place = findReadingPlace()
  return place ? () => goToReadingPlace(place) : holdPlace()
}
