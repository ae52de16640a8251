import { useEffect, useState } from 'react'

/** Whole seconds until a moment of this device's clock, counted each second; 0 from then on. */
export function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(() => Date.now())
  const left = Math.max(Math.ceil((until - now) / 1000), 0)
  const over = left === 0
  useEffect(() => {
    if (over) {
      return undefined
    }
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [over])
  return left
}

/** `9:05` */
export const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
